# lists_to_thesaurus.awk: lists of names, "head TAB name|name|…" a line, as collections of
# medical questions and answers publish them (MedQuAD) -> a thesaurus.
#
#     awk -f lists_to_thesaurus.awk [-v source=MedQuAD] lists.tsv >lists.thesaurus.tsv
#
# palpate-index reads such lists as they are, too; this tells abbreviations and broader names
# from synonyms, and leaves out what nobody would type.

# "Myopathy, congenital" is how catalogues sort; readers write "congenital Myopathy".
function as_written(name,    parts)
{
    return split(name, parts, /, /) == 2 ? parts[2] " " parts[1] : name
}

function words_of(name,    parts)
{
    return split(name, parts, /[ \/-]+/)
}

# Single letters, prose, and what is sorted by more than one comma or a dash.
function is_name(name)
{
    return length(name) > 1 && words_of(name) <= 6 && name !~ /, | - |[()]/
}

function is_short_form(name)
{
    return length(name) <= 6 && name ~ /^[A-Z][A-Z0-9-]*[A-Z0-9]$/
}

function add(head, name,    key)
{
    name = as_written(name)
    key = tolower(head) "\t" tolower(name)
    if (!is_name(name) || tolower(name) == tolower(head) || key in seen)
        return
    seen[key] = 1
    heads[++count] = head
    names[count] = name
    uses[tolower(name)]++
}

BEGIN {
    FS = "\t"
    if (source == "")
        source = "MedQuAD"
}

{ sub(/\r$/, "") }
/^#/ || NF < 2 { next }
{
    head = $1
    short_form = ""
    # "Prothrombin time (PT)" names both.
    if (match(head, / \([A-Z][A-Z0-9-]+\)$/)) {
        short_form = substr(head, RSTART + 2, RLENGTH - 3)
        head = substr(head, 1, RSTART - 1)
    }
    head = as_written(head)
    if (!is_name(head))
        next
    if (short_form != "")
        add(head, short_form)
    parts = split($2, list, /\|/)
    for (i = 1; i <= parts; i++)
        add(head, list[i])
}

END {
    for (i = 1; i <= count; i++) {
        # What three things are called is not the name of one of them.
        relation = uses[tolower(names[i])] > 2 ? "broader" : "synonym"
        ambiguous = ""
        if (is_short_form(names[i])) {
            relation = "abbreviation"
            ambiguous = length(names[i]) <= 4 || uses[tolower(names[i])] > 1 ? "\tambiguous" : ""
        }
        print heads[i] "\t" names[i] "\t" relation "\t" source ambiguous
    }
}
