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
