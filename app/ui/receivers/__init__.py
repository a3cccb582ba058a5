"""The receivers of the office: chosen where a file is saved, kept by the administrator."""
