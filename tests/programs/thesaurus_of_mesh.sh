# Descriptors of MeSH become other names that palpate-index reads.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

cat >mesh.bin <<'END'
*NEWRECORD
RECTYPE = D
MH = Bursitis
PRINT ENTRY = Adhesive Capsulitis|T047|NON|NRW|NLM (1999)|981019|abcdef
ENTRY = Capsulitis, Adhesive|T047|NRW
MN = C05.550.251
*NEWRECORD
MH = Magnetic Resonance Imaging
ENTRY = MRI
ENTRY = Imaging, NMR|T060|EQV
ENTRY = Nuclear Imaging|T060|REL
MN = E01.370
END
awk -f "$PALPATE_SOURCE/docs/mesh_to_thesaurus.awk" mesh.bin >all.tsv
printf '%s\t%s\t%s\tMeSH%s\n' \
    Bursitis 'Adhesive Capsulitis' narrower '' \
    'Magnetic Resonance Imaging' MRI abbreviation '	ambiguous' \
    'Magnetic Resonance Imaging' 'NMR Imaging' synonym '' \
    'Magnetic Resonance Imaging' 'Nuclear Imaging' related '' >expected.tsv
diff expected.tsv all.tsv || fail "other names came out"
awk -f "$PALPATE_SOURCE/docs/mesh_to_thesaurus.awk" -v tree=C05 mesh.bin >some.tsv
[ "$(wc -l <some.tsv)" = 1 ] || fail "the tree number took other descriptors too"

# Several files are one thesaurus.
mkdir pages
page pages/a.html Scans "An NMR imaging machine hums."
printf 'machine\tdevice|apparatus\n' >own.tsv
expect_exit 0 "$PALPATE_INDEX" index pages --base-url https://m.example/ \
    --thesaurus all.tsv --thesaurus own.tsv
expect_exit 0 "$PALPATE_QUERY" --format json index magnetic resonance imaging
expect_match out '"relation": "synonym"'
expect_match out '"to": "NMR Imaging"'
expect_exit 0 "$PALPATE_QUERY" --format json index apparatus
expect_match out '"source": "own.tsv"|"source": ".*own'

# So do its names in other languages, which lead to one another by the stems of each.
cat >MRCONSO.RRF <<'END'
C0024031|ENG|P|L1|PF|S1|Y|A1||M1|D017116|MSH|MH|D017116|Low Back Pain|0|N||
C0024031|GER|P|L2|PF|S2|Y|A2||M1|D017116|MSHGER|MH|D017116|Lumbalgie|3|N||
C0024031|GER|S|L3|PF|S3|Y|A3||M1|D017116|MSHGER|ET|D017116|Kreuzschmerz|3|N||
C0024031|GER|S|L4|PF|S4|Y|A4||M1|D017116|MSHGER|ET|D017116|Hexenstich|3|O||
C0024031|FRE|P|L5|PF|S5|Y|A5||M1|D017116|MSHFRE|MH|D017116|Lombalgie|3|N||
END
awk -f "$PALPATE_SOURCE/docs/mrconso_to_thesaurus.awk" -v languages=de MRCONSO.RRF >german.tsv
printf 'Low Back Pain\t%s\tsynonym\tMSHGER\t\tde\n' Lumbalgie Kreuzschmerz >expected.tsv
diff expected.tsv german.tsv || fail "other German names came out"
mkdir german
printf '<html lang="de"><title>Kreuzschmerzen</title><main><h1>Kreuzschmerzen</h1><p>Der Kreuzschmerz ist bei den meisten nach sechs Wochen besser, und Bewegung hilft mehr als Ruhe.</p></main>' >german/a.html
"$PALPATE_INDEX" --quiet german.index german --thesaurus german.tsv
for name in Lumbalgien Lumbalgie "low back pain"; do
    expect_exit 0 "$PALPATE_QUERY" --format json german.index "$name"
    expect_match out '"to": "Kreuzschmerz"'
done

# A language that is not known, and a file that is another, are refused.
expect_exit 1 awk -f "$PALPATE_SOURCE/docs/mrconso_to_thesaurus.awk" -v languages=xx MRCONSO.RRF
expect_match err 'no language'
expect_exit 1 awk -f "$PALPATE_SOURCE/docs/mrconso_to_thesaurus.awk" -v languages=de german.tsv
expect_match err 'german.tsv:1: this is no line of MRCONSO.RRF'

# So are files without the names that are asked for, which would be an empty thesaurus, and lines that are cut.
: >empty.RRF
grep ENG MRCONSO.RRF >english.RRF
grep -v ENG MRCONSO.RRF >headless.RRF
for file in empty english headless; do
    expect_exit 1 awk -f "$PALPATE_SOURCE/docs/mrconso_to_thesaurus.awk" -v languages=de $file.RRF
    expect_match err 'no names of MeSH in de'
done
{ cat MRCONSO.RRF && echo 'C0024031|GER|P|L2|PF|S2|Y'; } >cut.RRF
expect_exit 1 awk -f "$PALPATE_SOURCE/docs/mrconso_to_thesaurus.awk" -v languages=de cut.RRF
expect_match err 'cut.RRF:6: this is no line of MRCONSO.RRF'
[ ! -s out ] || fail "a file that is cut makes a thesaurus"
expect_exit 1 awk -f "$PALPATE_SOURCE/docs/mrconso_to_thesaurus.awk" MRCONSO.RRF
expect_match err 'name languages'
