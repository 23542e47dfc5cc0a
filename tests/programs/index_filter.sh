# --filter: a command makes HTML or text of files that are no pages.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir site
page site/index.html "Apricot" "A page beside the documents speaks of the knee and of an apricotword."
printf 'Notes on the hip\n\nThe first paragraph of the notes\nhas a banjoword in two lines.\n\nThe second has 1 < 2.\n' \
    >site/hip.txt
printf 'HEEL\nThe heel of a runner, with a cherryword in a document.\n' >site/heel.docx

# Without a command such files are no pages.
expect_exit 0 "$PALPATE_INDEX" index site
expect_match err "^1 page read, 1 added"
expect_exit 2 "$PALPATE_INDEX" other site/hip.txt

# Text becomes paragraphs, HTML is read as it is; the file is on standard input.
expect_exit 0 "$PALPATE_INDEX" index site --filter 'text/plain=cat' \
    --filter '.docx=sed "1s|.*|<h1>The &</h1>|; 2s|.*|<p>&</p>|" /dev/stdin'
expect_match err "^2 pages read, 1 unchanged, 2 added"
expect_exit 0 "$PALPATE_QUERY" index --format json banjoword
expect_match out '"title": ?"Notes on the hip"'
expect_exit 0 "$PALPATE_QUERY" index --format json cherryword
expect_match out '"title": ?"The HEEL"'
expect_no_match out ':~:text='
finds index apricotword

# The index remembers which files, and no command: it is data.  They stay until they change.
expect_exit 0 "$PALPATE_INDEX" index
expect_match err "^0 pages read, 3 unchanged"
printf 'HEEL\nThe heel of a runner, with a dolphinword instead.\n' >site/heel.docx
expect_exit 1 "$PALPATE_INDEX" index
expect_match err "heel.docx: left out: there is no filter for such files in this run: give --filter again"
finds index cherryword
expect_exit 0 "$PALPATE_INDEX" index --filter .txt=cat --filter '.docx=cat'
finds index dolphinword
lacks index cherryword

# A command that fails gives the reason; the run goes on.
rm -r index
expect_exit 1 "$PALPATE_INDEX" index site --filter '.docx=echo one >&2; echo this is a letter >&2; exit 3' \
    --filter '.txt=kill -9 $$'
expect_match err "heel.docx: left out: this is a letter$"
expect_match err "hip.txt: left out: its filter was ended by signal 9"
expect_exit 1 "$PALPATE_INDEX" --rebuild index site --filter '.docx=exit 4' --filter '.txt=/nowhere/at/all'
expect_match err "heel.docx: left out: its filter ended with status 4"
expect_match err "hip.txt: left out: .*nowhere"
expect_exit 0 "$PALPATE_INDEX" --rebuild index site --filter '.docx=:' --filter .txt=
expect_match err "heel.docx: left out: no article text"
finds index apricotword

# Many at once, by several threads.
mkdir many
i=0
while [ $i -lt 40 ]; do
    printf 'Note %s\n\nA note on the wrist with number%sword and more to read.\n' $i $i >many/$i.txt
    i=$((i + 1))
done
expect_exit 0 "$PALPATE_INDEX" --jobs 4 notes many --filter .txt=cat
expect_match err "^40 pages read, 40 added"
finds notes number0word number39word

# What a command leaves running ends with it.
rm -r index
expect_exit 0 "$PALPATE_INDEX" index site --filter '.docx=sleep 1000 & echo $! >pid; cat' --filter .txt=
sleeper=$(cat pid)
[ -n "$sleeper" ] || fail "the command did not run"
while kill -0 "$sleeper" 2>/dev/null && ! grep -q '^State:.*Z' "/proc/$sleeper/status"; do
    waited=$((${waited-0} + 1))
    [ "$waited" -lt 100000 ] || fail "what a command started goes on"
done

# A command has the three descriptors of every program and no other, whatever palpate-index was started with, and
# signals do to it what they do to every program.
cat >inherits <<'SH'
read -r line
for file in /proc/$$/fd/*; do
    case ${file##*/} in 0 | 1 | 2) ;; *) [ ! -e "$file" ] || echo "descriptor $(readlink "$file")" ;; esac
done >>"$1"
while read -r said; do # without a fork, for which a shell blocks signals
    case $said in SigBlk:* | SigIgn:*) echo "$said" ;; esac
done </proc/$$/status >>"$1"
echo "<h1>$line</h1><p>The heel of a runner after a long summer, with a figword in a document.</p>"
SH
expect_exit 0 sh -c 'trap "" PIPE HUP QUIT USR1; exec "$@" 7>left 9<left' sh "$PALPATE_INDEX" --rebuild index site \
    --filter ".docx=sh '$PWD/inherits' '$PWD/found'" --filter .txt=
finds index figword
expect_match found '^SigIgn:.0+$'
expect_match found '^SigBlk:.0+$'
expect_no_match found 'descriptor.*(left|pipe|socket)'
expect_no_match found '^Sig...:.*[1-9a-f]'

# What a command says of itself does nothing to a terminal.
rm -r index
expect_exit 1 "$PALPATE_INDEX" index site --filter '.docx=printf "\033[31mred\007 \302\233bell\r\n" >&2; exit 3' --filter .txt=
expect_match err 'heel.docx: left out: \\033\[31mred\\007 \\302\\233bell$'
! LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]')" err || fail "a filter writes to the terminal"

# What is no filter is refused.
for wrong in docx pandoc .docx= x/y=cat =cat './a=cat'; do
    case $wrong in .docx=) continue ;; esac
    expect_exit 2 "$PALPATE_INDEX" index site --filter "$wrong"
    expect_match err "^palpate-index: --filter takes a type or an ending and a command"
done
