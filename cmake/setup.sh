# What ./gongkai and ./test share: installing what packages.txt names, and building a preset.
# Sourced by both with $root set. Everything is said on standard error, in Chinese and English.

say() { printf 'gongkai: %s\n' "$@" >&2; }

# Says why it cannot go on, and ends with the status of an input that cannot be read.
give_up() {
  say "$@"
  exit 3
}

# packages_of SECTION...: the names in those sections of packages.txt.
packages_of() {
  awk -v wanted=" $* " '
    /^# [a-z]+$/ { inside = index(wanted, " " $2 " ") }
    inside && /^[a-z0-9]/ { print $1 }' "$root/packages.txt"
}

# missing_packages SECTION...: those of them that are not installed.
missing_packages() {
  installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' 2>/dev/null |
    awk '$2 == "installed" { print $1 }')
  packages_of "$@" | grep -vxF -e "$installed"
}

# install_packages SECTION...: says what it is about to install, and installs it.
install_packages() {
  # shellcheck disable=SC2046  # package names hold no blanks
  set -- $(missing_packages "$@")
  [ $# -gt 0 ] || return 0
  say "将安装下列 Debian 软件包 · about to install these Debian packages:" "  $*"
  if ! command -v apt-get >/dev/null; then
    give_up "这里没有 apt-get；gongkai 需要 Debian 12 · there is no apt-get here; gongkai needs Debian 12"
  fi
  command="apt-get update && apt-get install -y --no-install-recommends $*"
  if [ "$(id -u)" != 0 ]; then
    command="sudo sh -c '$command'"
    command -v sudo >/dev/null || give_up "没有管理员权限，也没有 sudo；请管理员执行下面一行后重试 ·" \
      "neither root nor sudo; have an administrator run this line, then try again:" "  ${command#sudo }"
  fi
  log=$root/build/install.log
  if ! DEBIAN_FRONTEND=noninteractive sh -c "$command" </dev/null >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    give_up "安装失败，日志 · installing failed, log: $log" \
      "请执行下面一行后重试 · run this line, then try again:" "  $command"
  fi
}

# A build folder's stamp is as old as the beginning of the last build that succeeded there. (A binary
# is no such measure: a change that it does not depend on leaves it as it is.)
#
# build_preset PRESET TARGET [cmake argument]...: configures and builds.
build_preset() {
  preset=$1 target=$2
  shift 2
  folder=$root/build/$preset
  log=$root/build/$preset.log
  home=CMAKE_HOME_DIRECTORY:INTERNAL=$root
  if [ -e "$folder/CMakeCache.txt" ] && ! grep -qxF "$home" "$folder/CMakeCache.txt"; then
    set -- "$@" --fresh # the tree was moved since
  fi
  say "正在编译（需要几分钟）· building (takes some minutes): $folder"
  touch "$folder.starting"
  if ! { cd "$root" && cmake --preset "$preset" "$@" && cmake --build "$folder" --target "$target"; } \
    </dev/null >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    give_up "编译失败，完整日志 · building failed, whole log: $log"
  fi
  mv "$folder.starting" "$folder/built"
}

# Makes $root/build, the one folder that is written to, and holds its lock on descriptor 9 until the
# calling subshell ends: two calls at once must not build into each other's files.
lock_build_folder() {
  if ! mkdir -p "$root/build" || ! [ -w "$root/build" ]; then
    give_up "不能写入 · cannot write to: $root/build" \
      "请把 gongkai 放到自己可写的文件夹 · put gongkai into a folder of your own"
  fi
  exec 9>"$root/build/lock"
  if ! flock -n 9; then
    say "另一个 gongkai 正在准备，请稍候 · another gongkai is getting ready, waiting for it"
    flock 9
  fi
}
