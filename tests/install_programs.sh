#!/bin/sh
# The tests read word-processor files and scans through real programs and drive real browsers;
# this installs those that are missing.
set -eu
missing=""
need() { # need PROGRAM PACKAGE
    if ! command -v "$1" >/dev/null 2>&1; then missing="$missing $2"; fi
}
need pandoc pandoc
need antiword antiword
need wpd2text libwpd-tools
need tesseract tesseract-ocr
# Its package starts a web server: on people's own machines the one test that uses it is skipped.
if [ -n "${CI:-}" ] && ! [ -x /usr/sbin/nginx ]; then need nginx nginx-light; fi
# So large that people's own machines are spared: without them the pages' HTML and access stay unjudged.
if [ -n "${CI:-}" ]; then
    need npm npm
    need java default-jre-headless
fi
browser=""
for name in chromium-headless-shell chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then browser="$name"; fi
done
if [ -z "$browser" ]; then missing="$missing chromium"; fi
if ! command -v firefox >/dev/null 2>&1; then need firefox-esr firefox-esr; fi
need node nodejs
if [ -z "$missing" ]; then exit 0; fi
if command -v apt-get >/dev/null 2>&1; then
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then as_root="sudo"; fi
    if [ -z "$as_root" ] || command -v sudo >/dev/null 2>&1; then
        echo "Installing for the tests:$missing"
        $as_root apt-get update -qq
        # The shell is the same engine without windows, for a third of the work; Debian has it.
        if apt-cache show chromium-headless-shell >/dev/null 2>&1; then
            missing=$(echo "$missing" | sed 's/ chromium$/ chromium-headless-shell/; s/ chromium / chromium-headless-shell /')
        fi
        # shellcheck disable=SC2086 # the list is meant to be split
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq $missing >/dev/null
        exit 0
    fi
fi
echo "The tests need these packages:$missing. Install them, then run 'make test' again." >&2
exit 1
