#!/bin/sh
# Tries the two commands as a stranger would: on a bare Debian 12 made with debootstrap, with a copy
# of this tree (what git knows, and what it does not know yet but would not ignore). Needs root,
# debootstrap, a Debian mirror and some minutes; not part of ./test.
#
#   tests/cli/bare_machine.sh                      ./gongkai on a report, then ./test
#   tests/cli/bare_machine.sh ./gongkai --version  only this
#
# FOLDER (default /var/tmp/gongkai-bare) holds the machine and is wiped first; with KEEP=1 one that
# is there is used as it is. Its packages come from MIRROR (default http://deb.debian.org/debian), in
# the way that this machine's apt goes (proxy, certificates).
set -eu

tree=$(cd -- "$(dirname -- "$0")/../.." && pwd -P)
folder=${FOLDER:-/var/tmp/gongkai-bare}
mirror=${MIRROR:-http://deb.debian.org/debian}

make_machine() {
  rm -rf --one-file-system "$folder"
  debootstrap --variant=minbase bookworm "$folder" "$mirror" >"$folder.log" 2>&1
  apt-config dump | grep -iE '^Acquire::https?::(proxy|ca)' \
    >"$folder/etc/apt/apt.conf.d/99host" || true
}

copy_tree() {
  rm -rf "$folder/root/gongkai"
  mkdir -p "$folder/root/gongkai"
  (cd "$tree" && git ls-files -z --cached --others --exclude-standard |
    tar --null --files-from=- --ignore-failed-read -cf -) | tar -C "$folder/root/gongkai" -xf -
}

# Standard output and standard error of the command are its own; the time it took comes last.
run() {
  begin=$(date +%s)
  status=0
  chroot "$folder" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    sh -c 'cd /root/gongkai && exec "$@"' sh "$@" || status=$?
  echo "bare machine: status $status after $(($(date +%s) - begin)) s: $*" >&2
  return "$status"
}

if [ "${KEEP-}" != 1 ] || ! [ -d "$folder/root" ]; then make_machine; fi
copy_tree
mount -t proc proc "$folder/proc"
trap 'umount "$folder/proc"' EXIT

if [ $# -gt 0 ]; then
  run "$@"
else
  python3 "$tree/tests/generator/make_reports.py" "$folder/root/reports" --count 1 --seed 7 \
    --producers html_clean
  report=$(cd "$folder" && ls root/reports/in/*)
  run ./gongkai read "/$report" -o /root/report.json
  run ./gongkai check "/$report" || [ $? = 1 ] # a report may hold errors
  run ./test
fi
