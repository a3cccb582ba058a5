#!/bin/sh
# Installs Rasidegi from this folder, without a network: sh install.sh [PREFIX]
# نصب میز رسیدگی از همین پوشه، بدون شبکه
set -eu

version="@VERSION@"
needed_python="@PYTHON@"
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
prefix=${1:-$HOME/.local}
program=$prefix/opt/rasidegi/$version

tell() { printf '%s\n%s\n' "$1" "$2"; }
stop() { tell "خطا: $1" "Error: $2" >&2; exit 1; }

find_python() {
    for candidate in "python$needed_python" python3; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c "import sys; sys.exit('%d.%d' % sys.version_info[:2] != '$needed_python')"; then
            command -v "$candidate"
            return
        fi
    done
}

case $prefix in
    /*) ;;
    *) stop "نشانی پوشهٔ نصب باید کامل باشد و با / آغاز شود." "The prefix must be a full path that begins with /." ;;
esac

(cd "$here" && sha256sum --check --quiet MANIFEST) ||
    stop "فایل‌های این بسته آسیب دیده‌اند؛ بسته را دوباره رونوشت کنید." "Files of this bundle are damaged; copy it again."

python=$(find_python)
[ -n "$python" ] ||
    stop "این بسته برای Python $needed_python است و روی این رایانه یافت نشد." \
        "This bundle is for Python $needed_python, which this machine lacks."

"$python" -c 'import ensurepip' 2>/dev/null ||
    stop "بستهٔ python$needed_python-venv نصب نیست؛ آن را از دبیان نصب کنید." \
        "The Debian package python$needed_python-venv is not installed; install it first."

tell "نصب نسخهٔ $version در $program" "Installing version $version in $program"
rm -rf -- "$program"
mkdir -p -- "$prefix/opt/rasidegi" "$prefix/bin" "$prefix/share/applications"
"$python" -m venv "$program"
# No setting of this machine's pip may lead it elsewhere than to this folder.
PIP_CONFIG_FILE=/dev/null "$program/bin/python" -m pip --isolated --quiet --disable-pip-version-check install \
    --no-index --find-links "$here/wheels" --only-binary :all: --require-hashes -r "$here/requirements.txt" || {
    rm -rf -- "$program"
    stop "نصب ناتمام ماند و آنچه نصب شده بود پاک شد." "The installation failed; what it had installed is removed."
}

ln -sf -- "$program/bin/rasidegi" "$prefix/bin/rasidegi"
cat >"$prefix/share/applications/rasidegi.desktop" <<DESKTOP
[Desktop Entry]
Type=Application
Name=Rasidegi
Name[fa]=میز رسیدگی
Comment=Audit of medical claims
Comment[fa]=رسیدگی به اسناد پزشکی
Icon=$program/lib/python$needed_python/site-packages/app/_data/resources/icon/rasidegi.svg
Exec="$prefix/bin/rasidegi" desk
Categories=Office;
DESKTOP

lacking=$("$python" "$here/system_libraries.py" | paste -s -d ' ' -)
[ -z "$lacking" ] ||
    tell "میز برای باز شدن به چند بستهٔ سیستم هم نیاز دارد: sudo apt-get install $lacking" \
        "To open, the desk also needs these system packages: sudo apt-get install $lacking"
tell "نصب شد؛ اجرا: $prefix/bin/rasidegi desk" "Installed; start it with: $prefix/bin/rasidegi desk"
