"""The translations: every .ts file beside its compiled .qm file, which git does not keep."""

import project


def compile_all() -> None:
    """Compile each translation whose source is newer than its result; the environment must be prepared."""
    for source in sorted(project.TRANSLATIONS.glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            project.must([project.tool("pyside6-lrelease"), "-silent", source, "-qm", compiled])
