# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by scripts/run, scripts/test and .ci/run; to be sourced from the project's root.

say() { printf '%s\n' "$*" >&2; }

packages() { sed 's/#.*//; /^[[:space:]]*$/d' scripts/packages.txt; }

# Installs the packages that are missing; does nothing, without network, when none is.
install_packages() {
    if [ -n "${WAIC_SKIP_PACKAGES:-}" ]; then return 0; fi
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This system has no apt-get. Install the counterparts of these Debian 12 packages, then run again with WAIC_SKIP_PACKAGES=1:"
        say "$(packages | tr '\n' ' ')"
        return 1
    fi
    local missing=() name
    for name in $(packages); do
        dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "Missing packages: ${missing[*]}"
            say "Install them as root (apt-get install ${missing[*]}), then run again."
            return 1
        fi
        root=(sudo)
    fi
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    "${root[@]}" apt-get update -q >&2
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
}

# build PRESET TARGET...: configures once, then builds; at once when nothing changed.
build() {
    local preset=$1
    shift
    if [ ! -f "build/$preset/build.ninja" ]; then
        cmake --preset "$preset" >&2
    fi
    cmake --build "build/$preset" --target "$@" >&2
}
