#!/bin/sh
# terminal_to_svg.sh COMMAND <OUTPUT >PICTURE: what a terminal shows of OUTPUT, with the
# bold, faint and coloured words of palpate-query, as an SVG.  The README's picture:
#   palpate-query --color always --limit 3 INDEX frozen shoulder |
#       docs/terminal_to_svg.sh 'palpate-query index frozen shoulder' >docs/answer.svg
set -eu
LC_ALL=C awk -v command="$1" '
function escape(text) {
    gsub(/&/, "\\&amp;", text)
    gsub(/</, "\\&lt;", text)
    gsub(/>/, "\\&gt;", text)
    return text
}
# One line: its escape sequences become spans of a style.
function paint(line, out, style, code) {
    out = ""
    style = ""
    while (match(line, /\033\[[0-9;]*m/)) {
        out = out span(substr(line, 1, RSTART - 1), style)
        code = substr(line, RSTART + 2, RLENGTH - 3)
        style = code in STYLES ? STYLES[code] : ""
        line = substr(line, RSTART + RLENGTH)
    }
    return out span(line, style)
}
function span(text, style) {
    if (text == "")
        return ""
    return style == "" ? escape(text) : "<tspan class=\"" style "\">" escape(text) "</tspan>"
}
BEGIN {
    STYLES["1"] = "title"; STYLES["1;33"] = "mark"; STYLES["2"] = "faint"; STYLES["1;31"] = "warning"
    lines[count = 1] = "<tspan class=\"faint\">$</tspan> " escape(command)
    lines[++count] = ""
}
{
    lines[++count] = paint($0)
    plain = $0
    gsub(/\033\[[0-9;]*m/, "", plain)
    # Bytes that continue a character take no room of their own.
    gsub(/[\200-\277]/, "", plain)
    if (length(plain) > widest)
        widest = length(plain)
}
END {
    width = int((widest < 60 ? 60 : widest) * 8.43) + 40
    height = count * 19 + 36
    printf "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n", width, height, width, height
    print "<style>"
    print "text { font: 14px ui-monospace, \"DejaVu Sans Mono\", Menlo, Consolas, monospace; fill: #d8dee9; white-space: pre }"
    print ".title { font-weight: bold; fill: #ffffff } .mark { font-weight: bold; fill: #ebcb8b }"
    print ".faint { fill: #8a94a6 } .warning { font-weight: bold; fill: #ff8c8c }"
    print "</style>"
    printf "<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#20242c\"/>\n", width, height
    for (i = 1; i <= count; i++)
        printf "<text x=\"20\" y=\"%d\" xml:space=\"preserve\">%s</text>\n", i * 19 + 16, lines[i]
    print "</svg>"
}'
