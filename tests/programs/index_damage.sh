# Whatever is damaged in an index, all programs say so with the way out, and --rebuild is it.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir site
i=1
for word in apricot banjo cherry dolphin engine; do
    page "site/p$i.html" "Page number $i" "The elbow of page $i is stiff in the morning, as $word tells."
    i=$((i + 1))
done
page site/p9.html "Of capsules" "An adhesive capsulitis takes a year or two until it is better."
printf 'frozen shoulder\tadhesive capsulitis\tsynonym\ttest\n' >names.tsv

expect_exit 0 "$PALPATE_INDEX" --thesaurus names.tsv --base-url https://site.example/ one site
cp -R one two
expect_exit 0 "$PALPATE_INDEX" --rebuild two site
mkdir others
for i in 1 2 3 4 5 6 7 8; do
    page "others/p$i.html" "Another page $i" "The knee of page $i is sore at night, and not only there."
done
expect_exit 0 "$PALPATE_INDEX" foreign others
rm others/p1.html
expect_exit 0 "$PALPATE_INDEX" foreign others

# kept: the index case has its thesaurus and its base address.
kept()
{
    expect_exit 0 "$PALPATE_QUERY" --format json case frozen shoulder
    grep -q "adhesive capsulitis" out && grep -q "https://site.example/" out
}

# one_line: the last command said one line.
one_line()
{
    [ "$(wc -l <err)" = 1 ] || { cat err; fail "more than one line"; }
}

# damaged WHAT COMMAND: does COMMAND to the live database $live of an index of one generation,
# and of one of two.
damaged()
{
    for from in one two; do
        rm -rf case
        cp -R $from case
        live=case/$(sed 's/^auto //' case/XAPIANDB)
        eval "$2"
        expect_exit 2 patiently "$PALPATE_QUERY" case elbow
        expect_match err "^palpate-query: case.*: build the index anew with palpate-index --rebuild"
        one_line
        expect_exit 2 patiently "$PALPATE_SERVE" case --listen 127.0.0.1:0
        expect_match err "build the index anew with palpate-index --rebuild"
        one_line
        expect_exit 2 patiently "$PALPATE_INDEX" case site
        expect_match err "^palpate-index: case.*: build the index anew with palpate-index --rebuild"
        one_line
        # The generation before is offered, and the command that is named goes back to it.
        if [ $from = two ]; then
            cp -R case back
            sed 's/.*which is whole: //' err | sed 's/case/back/g' >command
            rm -rf back/XAPIANDB
            sh ./command
            mv case aside && mv back case
            kept || fail "$1: the generation before is not what was"
            expect_exit 0 "$PALPATE_INDEX" case site
            rm -rf case && mv aside case
        fi
        expect_exit 0 patiently "$PALPATE_INDEX" --rebuild case site
        cp err said
        expect_match said "every page is read again"
        if ! kept; then
            [ $from = one ] || fail "$1: what the generation before had is lost"
            expect_match said "give --thesaurus and --base-url again"
        fi
        expect_exit 0 "$PALPATE_QUERY" case dolphin
        expect_exit 0 "$PALPATE_INDEX" case site
        expect_match err "^0 pages read, 6 unchanged"
    done
}

# size FILE
size() { wc -c <"$1"; }
for table in postlist termlist; do
    file="\$live/$table.glass"
    damaged "no $table" "rm $file"
    damaged "an empty $table" ": >$file"
    damaged "half a $table" "truncate -s \$((\$(size $file) / 2)) $file"
    damaged "a $table of zeros" "truncate -s 0 $file; truncate -s 8192 $file"
    damaged "a $table of noise" "yes noise | head -c \$(size $file) >noise; cp noise $file"
    damaged "a pipe for $table" "rm $file; mkfifo $file"
    damaged "a folder for $table" "rm $file; mkdir $file"
    damaged "a foreign $table" "cp foreign/gen-000001/shard/$table.glass $file"
done
damaged "no version file" 'rm $live/iamglass'
damaged "an empty version file" ': >$live/iamglass'
damaged "a version file that is cut" 'truncate -s 60 $live/iamglass'
damaged "a version file of zeros" 'truncate -s 0 $live/iamglass; truncate -s 104 $live/iamglass'
damaged "no generation" 'rm -r ${live%/shard}'
damaged "no database" 'rm -r $live'
damaged "a pipe for a database" 'rm -r $live; mkfifo $live'
for text in '' 'auto gen-000042/shard\n' 'auto nowhere\n' 'remote :/usr/bin/touch ran\n' 'gen-000001\0'; do
    damaged "the stub $text" "printf '$text' >case/XAPIANDB"
done
damaged "a folder for a stub" 'rm case/XAPIANDB; mkdir case/XAPIANDB'
damaged "a pipe for a stub" 'rm case/XAPIANDB; mkfifo case/XAPIANDB'

# Where one table alone is gone, what another holds is kept.
cp -R one case.termlist && rm -rf case && mv case.termlist case
rm case/gen-000001/shard/termlist.glass
expect_exit 0 "$PALPATE_INDEX" --rebuild case site
kept || fail "a thesaurus that can be read is lost"

# Without its stub an index is built again, and keeps what it had.
rm -rf case && cp -R one case && rm case/XAPIANDB
expect_exit 0 "$PALPATE_INDEX" case site
kept || fail "an index that has lost its stub loses its thesaurus, too"

# Another version reads every page again and keeps what the index had.  The stamp stands in
# the table as it is: another digit makes it one of another version.
for how in "" --rebuild --read-only; do
    rm -rf case && cp -R one case
    LC_ALL=C sed -i 's/schema=6 extraction/schema=4 extraction/' case/gen-000001/shard/postlist.glass
    expect_exit 2 "$PALPATE_QUERY" case elbow
    expect_match err "another version"
    expect_exit 0 "$PALPATE_INDEX" $how case site
    expect_match err "of another version: every page is read again"
    kept || fail "another version loses the thesaurus or the base address"
done

# A folder of somebody else's files is refused as ever, also with a stub of somebody else's.
mkdir theirs
echo kept >theirs/notes
for stub in 'auto nowhere' 'remote :true' ''; do
    echo "$stub" >theirs/XAPIANDB
    ls -A theirs >before
    for how in "" --rebuild; do
        expect_exit 2 "$PALPATE_INDEX" $how theirs site
        expect_match err "this folder holds other files and no index"
        ls -A theirs | cmp before - || fail "files were added to somebody else's"
    done
done
