# misspell.awk: words, one a line -> "word-rule TAB misspelling", four rules in turns, the same
# in every run.  A misspelling that is another of the words is left out.
#
#     awk -f misspell.awk words
function random(below)
{
    seed = (seed * 16807) % 2147483647
    return seed % below
}
function transposed(word,    place)
{
    place = 2 + random(length(word) - 2)
    return substr(word, 1, place - 1) substr(word, place + 1, 1) substr(word, place, 1) \
        substr(word, place + 2)
}
function omitted(word,    place)
{
    place = 2 + random(length(word) - 1)
    return substr(word, 1, place - 1) substr(word, place + 1)
}
function doubled(word,    place)
{
    place = 2 + random(length(word) - 1)
    return substr(word, 1, place) substr(word, place)
}
# The first sound from a random place on that is also spelled in another way.
function phonetic(word,    start, i, k, place)
{
    start = random(length(word))
    for (i = 0; i < length(word); i++) {
        place = 1 + (start + i) % length(word)
        for (k = 1; k <= sounds; k++)
            if (substr(word, place, length(from[k])) == from[k])
                return substr(word, 1, place - 1) to[k] substr(word, place + length(from[k]))
    }
    return word
}
function sound(a, b)
{
    from[++sounds] = a
    to[sounds] = b
}
BEGIN {
    seed = 20260601
    sound("ph", "f"); sound("rh", "r"); sound("th", "t"); sound("ck", "k"); sound("ei", "ie")
    sound("ie", "ei"); sound("ss", "s"); sound("ll", "l"); sound("x", "ks"); sound("c", "k")
    sound("s", "z"); sound("y", "i"); sound("ai", "a"); sound("ea", "ee"); sound("e", "a")
    sound("i", "e"); sound("a", "e"); sound("o", "u")
}
{
    known[$1] = 1
    word[NR] = $1
}
END {
    for (i = 1; i <= NR; i++) {
        rule = i % 4
        wrong = rule == 0 ? transposed(word[i]) : rule == 1 ? omitted(word[i]) : \
            rule == 2 ? doubled(word[i]) : phonetic(word[i])
        name = rule == 0 ? "transposed" : rule == 1 ? "omitted" : rule == 2 ? "doubled" : "phonetic"
        if (!(wrong in known))
            print word[i] "-" name "\t" wrong
    }
}
