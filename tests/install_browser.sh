#!/bin/sh
# The browser tests drive the system's Chromium; this installs it where it is missing.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if command -v apt-get >/dev/null 2>&1; then
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then as_root="sudo"; fi
    if [ -z "$as_root" ] || command -v sudo >/dev/null 2>&1; then
        echo "Installing Chromium for the browser tests"
        $as_root apt-get update -qq
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq chromium >/dev/null
        exit 0
    fi
fi
echo "The browser tests need Chromium: install the package 'chromium', then run 'make test' again." >&2
exit 1
