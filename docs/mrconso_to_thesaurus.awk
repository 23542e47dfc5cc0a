# mrconso_to_thesaurus.awk: the names of MeSH in other languages, of MRCONSO.RRF of UMLS, as a thesaurus.
#
#     awk -f mrconso_to_thesaurus.awk -v languages=de,fr MRCONSO.RRF
#
# It writes "heading TAB name TAB synonym TAB source TAB TAB language": the heading is English.  What is
# obsolete or suppressed, has a tab, or has more than six words is left out.
BEGIN {
    FS = "|"
    count = split("de GER,fr FRE,es SPA,it ITA,pt POR,nl DUT,sv SWE,nb NOR,da DAN,pl POL,fi FIN,cs CZE," \
        "ru RUS,tr TUR,hu HUN,ja JPN,ko KOR,zh CHI", pairs, ",")
    for (i = 1; i <= count; i++) {
        split(pairs[i], pair, " ")
        code[pair[1]] = pair[2]
    }
    wanted = split(languages, names, ",")
    if (wanted == 0)
        stop("name languages: -v languages=de,fr")
    for (i = 1; i <= wanted; i++) {
        if (!(names[i] in code))
            stop("\"" names[i] "\" is no language of MRCONSO.RRF that is known")
        language[code[names[i]]] = names[i]
    }
}

function stop(why) {
    print "mrconso_to_thesaurus: " why | "cat 1>&2"
    failed = 1
    exit 1
}

# CUI LAT TS LUI STT SUI ISPREF AUI SAUI SCUI SDUI SAB TTY CODE STR SRL SUPPRESS CVF, and a last "|"
NF != 19 || $1 !~ /^C[0-9]+$/ || $2 !~ /^[A-Z][A-Z][A-Z]$/ {
    stop(FILENAME ":" FNR ": this is no line of MRCONSO.RRF")
}

$12 !~ /^MSH/ || $17 != "N" || $15 ~ /\t/ || split($15, words, " ") > 6 {
    next
}

$2 == "ENG" && $13 == "MH" {
    heading[$14] = $15
}

$2 in language {
    key = $14 SUBSEP $15 SUBSEP $2
    if (!(key in seen)) {
        seen[key]
        of[++rows] = $14
        row[rows] = $15 "\tsynonym\t" $12 "\t\t" language[$2]
    }
}

END {
    for (i = 1; i <= rows && !failed; i++)
        if (of[i] in heading) {
            print heading[of[i]] "\t" row[i]
            written++
        }
    if (!failed && !written)
        stop("no names of MeSH in " languages " with an English heading: is this all of MRCONSO.RRF?")
    exit failed
}
