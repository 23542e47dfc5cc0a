# What the measuring scripts share: . "$(dirname "$0")/lib.sh"
#
# PALPATE_BUILD   folder with the programs (default: build/release)
# PALPATE_SHARED  folder with the measuring data in data/ (default: ../shared beside the
#                 repository); not part of the project: tools/README.md says where it is to be had
repository=$(cd "$(dirname "$0")/.." && pwd)
build=${PALPATE_BUILD:-$repository/build/release}
shared=${PALPATE_SHARED:-$repository/../shared}
tools=$repository/tools
LC_ALL=C.UTF-8
export LC_ALL

# skip SENTENCE: ends the script with the exit code that tests use for it.
skip()
{
    echo "SKIPPED: $*" >&2
    exit 77
}

# A script that makes its input of corpus/ where there are no data says needs_data=no.
[ "${needs_data:-yes}" = no ] || [ -d "$shared/data" ] || skip "no measuring data in $shared"
for program in palpate-index palpate-query; do
    [ -x "$build/$program" ] || skip "$build/$program is not built: cmake --build --preset release"
done
command -v python3 >/dev/null || skip "the measuring tools need python3"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

# now: seconds with nanoseconds.
now()
{
    date +%s.%N
}

# seconds COMMAND...: how long it takes, on standard output; what it prints goes to
# $scratch/log.  The script ends where the command fails.
seconds()
{
    started=$(now)
    "$@" >"$scratch/log" 2>&1 || { cat "$scratch/log" >&2; exit 1; }
    echo "$(now) $started" | awk '{ printf "%.3f\n", $1 - $2 }'
}

# median FILE, spread FILE: of one number a line.
median()
{
    sort -n "$1" | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}
spread()
{
    sort -n "$1" | awk 'NR == 1 { low = $1 } { high = $1 } END { print low "-" high }'
}

bytes_of()
{
    find "$1" -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum + 0 }'
}

# Figures mean little without these.
machine()
{
    printf 'machine: %s, %s cores; %s; libxapian %s; palpate %s\n' \
        "$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -1)" "$(nproc)" \
        "$(. /etc/os-release && echo "$PRETTY_NAME")" \
        "$(pkg-config --modversion xapian-core)" \
        "$("$build/palpate-index" --version | grep -oE '[0-9]+[.][0-9.]+' | head -1)"
}
