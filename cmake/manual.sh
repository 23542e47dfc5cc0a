#!/bin/sh
# manual.sh DOCUMENT.md SECTION DATE VERSION PAGE: writes the document as a page of the manual, so that
# both are of one source.  Its first heading is what the page is about; links keep their text alone.
set -eu
document=$1 section=$2 date=$3 version=$4
case $(basename "$document") in
LIBRARY.md) name=palpate ;;
QUERY_SYNTAX.md) name=palpate-query-syntax ;;
THESAURUS.md) name=palpate-thesaurus ;;
CURATION.md) name=palpate-curation ;;
*) echo "manual.sh: $document has no name as a manual: give it one here" >&2 && exit 1 ;;
esac
about=$(sed -n '1s/^# *\(The \)\{0,1\}//p' "$document")
[ -n "$about" ] || { echo "manual.sh: $document does not start with a heading" >&2; exit 1; }

exec >"$5"
cat <<END
'\\" t
.TH $(echo "$name" | tr '[:lower:]' '[:upper:]') $section "$date" "palpate $version" "palpate"
.SH NAME
$name \\- $about
.SH DESCRIPTION
END
sed '1d; s/^##/#/' "$document" | lowdown -Tman --nroff-nolinks | awk '
# Lines of text are filled to less than 80 bytes, signs of several bytes included, outside of what is set as it is.
function fill(text, words, n, i, line) {
    n = split(text, words, / /)
    line = words[1]
    for (i = 2; i <= n; i++)
        if (length(line " " words[i]) > 72 && words[i] !~ /^[.\x27]/) {
            print line
            line = words[i]
        } else
            line = line " " words[i]
    print line
}
BEGIN { after_heading = 1 }
{
    gsub(/\\f\(CR|\\fC/, "\\fB")
}
/^\.SH$/ || /^\.SS$/ {
    heading = $0
    next
}
heading {
    print heading " " (heading == ".SH" ? toupper($0) : $0)
    heading = ""
    after_heading = 1
    next
}
/^\.EX$/ { as_is = 1 }
/^\.EE$/ { as_is = 0 }
# A heading begins a paragraph by itself.
/^\.(LP|PP)$/ && after_heading { next }
{ after_heading = 0 }
as_is || /^[.\x27]/ || /^T[{}]/ { print; next }
{ fill($0) }
'
