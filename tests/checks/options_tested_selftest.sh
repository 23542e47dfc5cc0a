#!/bin/sh
# options_tested_selftest.sh FOLDER: options_tested.sh names each option that no test gives, and no other.
set -eu
checks=$(cd "$(dirname "$0")" && pwd)
rm -rf "$1" && mkdir -p "$1/tests/programs" "$1/tests/unit" && cd "$1"
cat >program <<'END'
#!/bin/sh
cat <<'HELP'
Options:
  --with FILE   a file; see --never
  --with-more   more
  --alone       alone
HELP
END
chmod +x program
echo 'program --with-more --alone=x' >tests/programs/one.sh
if sh "$checks/options_tested.sh" ./program . >said; then
    echo "an option without a test was let pass"
    exit 1
fi
[ "$(cat said)" = "no test names --with" ] || { cat said; exit 1; }
echo '# --with is meant' >tests/programs/two.sh
! sh "$checks/options_tested.sh" ./program . >said || { echo "a comment was taken for a test"; exit 1; }
echo '{ "program", "--with", "x" },' >tests/unit/test_two.c
sh "$checks/options_tested.sh" ./program .
printf '#!/bin/sh\necho none\n' >program
! sh "$checks/options_tested.sh" ./program . >said || { echo "no options were let pass"; exit 1; }
