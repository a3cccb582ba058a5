"""The use cases, one file each: they tie rules, store, files and sheets together for the desk and the command line."""
