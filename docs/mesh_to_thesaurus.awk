# mesh_to_thesaurus.awk: descriptors of MeSH (the ASCII file, "d2024.bin") -> a thesaurus.
#
#     awk -f mesh_to_thesaurus.awk [-v tree=C05] d2024.bin >mesh.tsv
#
# `tree` takes only the descriptors at or below a tree number.

# "Capsulitis, Adhesive" is how catalogues sort; readers write "Adhesive Capsulitis".
function as_written(name,    parts)
{
    if (split(name, parts, /, /) == 2)
        return parts[2] " " parts[1]
    return name
}

function relation_of(fields, count,    i)
{
    for (i = 2; i <= count; i++)
        if (fields[i] in RELATIONS)
            return RELATIONS[fields[i]]
    return "synonym"
}

function add(line,    fields, count, name, relation)
{
    count = split(line, fields, /\|/)
    name = as_written(fields[1])
    relation = relation_of(fields, count)
    # Three letters and less, all large, mean other things elsewhere.
    if (relation == "synonym" && length(name) <= 5 && name ~ /^[A-Z][A-Z0-9-]+$/)
        relation = "abbreviation\tMeSH" (length(name) <= 3 ? "\tambiguous" : "")
    else
        relation = relation "\tMeSH"
    if (!(tolower(name) in seen))
        names[++name_count] = name "\t" relation
    seen[tolower(name)] = 1
}

function finish(    i)
{
    if (heading != "" && is_wanted)
        for (i = 1; i <= name_count; i++)
            print heading "\t" names[i]
    heading = ""
    is_wanted = tree == ""
    name_count = 0
    delete seen
}

BEGIN {
    RELATIONS["EQV"] = "synonym"
    RELATIONS["NRW"] = "narrower"
    RELATIONS["BRD"] = "broader"
    RELATIONS["REL"] = "related"
    is_wanted = tree == ""
}

{ sub(/\r$/, "") }
/^\*NEWRECORD/ { finish() }
/^MH = / { heading = as_written(substr($0, 6)); seen[tolower(heading)] = 1 }
/^(PRINT )?ENTRY = / { sub(/^(PRINT )?ENTRY = /, ""); add($0) }
/^MN = / { if (index(substr($0, 6), tree) == 1) is_wanted = 1 }
END { finish() }
