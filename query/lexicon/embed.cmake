# cmake -D IN=FILE -D OUT=FILE -P embed.cmake: writes the lines of a file as C (lexicon.h).
file(READ "${IN}" bytes HEX)
string(REGEX REPLACE "(................................)" "\\1\n    " bytes "${bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1, " bytes "${bytes}")
file(WRITE "${OUT}" "#include \"query/expand/lexicon.h\"

static const unsigned char BYTES[] = {
    ${bytes}0
};

palpate_view lexicon_text(void)
{
    return (palpate_view){ (const char *)BYTES, sizeof BYTES - 1 };
}
")
