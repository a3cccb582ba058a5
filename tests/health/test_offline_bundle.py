"""The parts of the offline bundle that a small folder can show; CI proves the whole where no network is."""

import platform
import subprocess
import zipfile

import bundle
import licences
import pytest
import system_libraries

METADATA = "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\nClassifier: License :: OSI Approved :: MIT License\n"


@pytest.fixture
def content(tmp_path, monkeypatch):
    """A bundle with an installer and a manifest, and a wheel that is none: enough for an installer that refuses."""
    content = tmp_path / "bundle"
    (content / "wheels").mkdir(parents=True)
    (content / "wheels" / "tiny-1.0-py3-none-any.whl").write_bytes(b"test figure: no wheel")
    bundle._write_from_templates(content)
    bundle._write_manifest(content)
    return content


def install(content, *arguments, path=None):
    """Run the installer and return its exit code and what it said."""
    environment = {"PATH": path or "/usr/bin:/bin", "HOME": str(content.parent / "home"), "LANG": "C.UTF-8"}
    command = ["/bin/sh", content / "install.sh", *arguments]
    run = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    return run.returncode, run.stderr


def test_the_manifest_is_one_that_a_plain_tool_checks(content):
    check = subprocess.run(
        ["sha256sum", "--check", "--strict", "MANIFEST"], cwd=content, check=False, capture_output=True
    )

    assert check.returncode == 0
    assert {line.split("  ")[1] for line in (content / "MANIFEST").read_text(encoding="utf-8").splitlines()} == {
        "READ-ME-FIRST.txt",
        "install.sh",
        "wheels/tiny-1.0-py3-none-any.whl",
    }


def test_no_place_of_a_template_is_left_open(content):
    for template in (content / "install.sh", content / "READ-ME-FIRST.txt"):
        assert "@" not in template.read_text(encoding="utf-8").replace('"$@"', "")


def test_a_damaged_file_stops_the_installer_before_anything_is_installed(content):
    with (content / "wheels" / "tiny-1.0-py3-none-any.whl").open("ab") as wheel:
        wheel.write(b"!")

    code, said = install(content)

    assert code == 1
    assert "فایل‌های این بسته آسیب دیده‌اند" in said
    assert not (content.parent / "home").exists()


def test_a_prefix_that_depends_on_where_one_stands_is_refused(content):
    code, said = install(content, "here")

    assert code == 1
    assert "نشانی پوشهٔ نصب باید کامل باشد" in said


def test_the_installer_says_which_python_it_lacks(content, tmp_path):
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in ("dirname", "sha256sum"):
        (tools / tool).symlink_to(f"/usr/bin/{tool}")

    code, said = install(content, path=str(tools))

    assert code == 1
    assert f"Python {platform.python_version().rpartition('.')[0]}" in said


def test_the_same_content_is_packed_to_the_same_bytes(content, tmp_path):
    first = bundle._pack(content, tmp_path / "first.tar.gz").read_bytes()
    (content / "install.sh").touch()

    assert bundle._pack(content, tmp_path / "second.tar.gz").read_bytes() == first


def test_licence_texts_and_declared_licences_are_gathered(tmp_path):
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    with zipfile.ZipFile(wheels / "tiny-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("tiny-1.0.dist-info/METADATA", METADATA)
        wheel.writestr("tiny-1.0.dist-info/licenses/vendor/LICENSE", "a text")
        wheel.writestr("tiny/LICENSE_PLATE.py", "no licence")

    licences.gather(wheels, tmp_path / "LICENCES")

    assert (tmp_path / "LICENCES" / "INDEX.txt").read_text(encoding="utf-8") == "tiny 1.0: MIT License\n"
    texts = (
        path.relative_to(tmp_path / "LICENCES" / "tiny-1.0")
        for path in (tmp_path / "LICENCES" / "tiny-1.0").rglob("LIC*")
    )
    assert [path.as_posix() for path in texts] == ["vendor/LICENSE"]
    assert (tmp_path / "LICENCES" / "LGPL-3.0.txt").is_file()
    assert (tmp_path / "LICENCES" / "fonts" / "OFL.txt").is_file()


def test_a_library_that_no_machine_has_is_named_by_its_package():
    wanted = {"libc.so.6": "libc6", "libnosuchthing.so.9": "libnosuchthing9"}

    assert system_libraries.missing(wanted) == ["libnosuchthing9"]


def test_the_screen_needs_all_that_drawing_without_one_needs():
    assert system_libraries.OFFSCREEN.items() <= system_libraries.SCREEN.items()
