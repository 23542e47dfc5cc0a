# Makes a small PDF of lines "SIZE FONT X Y TEXT" (FONT is 1, or 2 for bold; X and Y are points from the lower
# left corner) and "PAGE", which starts the next page; "TITLE TEXT" gives it a title.
function object(text) { offsets[++objects] = size; emit(objects " 0 obj\n" text "\nendobj\n") }
function emit(text) { out = out text; size += length(text) }
function escaped(text) { gsub(/[\\()]/, "\\\\&", text); return text }
BEGIN { pages = 1; emit("%PDF-1.4\n") }
$1 == "PAGE" { pages++; next }
$1 == "TITLE" { sub(/^TITLE /, ""); title = $0; next }
NF >= 5 {
    font = $2; points = $1; x = $3; y = $4
    sub(/^[^ ]+ [^ ]+ [^ ]+ [^ ]+ /, "")
    text[pages] = text[pages] "BT /F" font " " points " Tf " x " " y " Td (" escaped($0) ") Tj ET\n"
}
END {
    object("<< /Type /Catalog /Pages 2 0 R >>")
    for (i = 1; i <= pages; i++) kids = kids (5 + 2 * i - 1) " 0 R "
    object("<< /Type /Pages /Count " pages " /Kids [ " kids "] >>")
    object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>")
    object("<< /Title (" escaped(title) ") /ModDate (D:20240501100000Z) >>")
    for (i = 1; i <= pages; i++) {
        object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " (5 + 2 * i) " 0 R " \
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>")
        object("<< /Length " length(text[i]) " >>\nstream\n" text[i] "endstream")
    }
    start = size
    emit("xref\n0 " (objects + 1) "\n0000000000 65535 f \n")
    for (i = 1; i <= objects; i++) emit(sprintf("%010d 00000 n \n", offsets[i]))
    emit("trailer\n<< /Size " (objects + 1) " /Root 1 0 R /Info 5 0 R >>\nstartxref\n" start "\n%%EOF\n")
    printf "%s", out
}
