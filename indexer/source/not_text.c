#include "indexer/source/not_text.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "core/utf8.h"
#include "core/view.h"
#include "indexer/html/charset.h"

/* How files begin that are no pages, whatever they are called. */
static const struct {
    palpate_view start;
    const char *why;
} KINDS[] = {
    { PALPATE_VIEW_INIT("\x1F\x8B"), "compressed twice: decompress it once" },
    { PALPATE_VIEW_INIT("%PDF-"), "this is a PDF file" },
    { PALPATE_VIEW_INIT("\x89PNG\r\n"), "this is an image" },
    { PALPATE_VIEW_INIT("\xFF\xD8\xFF"), "this is an image" },
    { PALPATE_VIEW_INIT("GIF87a"), "this is an image" },
    { PALPATE_VIEW_INIT("GIF89a"), "this is an image" },
    { PALPATE_VIEW_INIT("II*\0"), "this is an image" },
    { PALPATE_VIEW_INIT("MM\0*"), "this is an image" },
    { PALPATE_VIEW_INIT("\0\0\1\0"), "this is an image" },
    { PALPATE_VIEW_INIT("RIFF"), "this is an image, sound or film" },
    { PALPATE_VIEW_INIT("OggS"), "this is a sound or film" },
    { PALPATE_VIEW_INIT("ID3\3"), "this is a sound" },
    { PALPATE_VIEW_INIT("ID3\4"), "this is a sound" },
    { PALPATE_VIEW_INIT("\x1A\x45\xDF\xA3"), "this is a film" },
    { PALPATE_VIEW_INIT("PK\3\4"), "this is a zip archive or an office document" },
    { PALPATE_VIEW_INIT("PK\5\6"), "this is a zip archive or an office document" },
    { PALPATE_VIEW_INIT("\xD0\xCF\x11\xE0"), "this is an office document" },
    { PALPATE_VIEW_INIT("Rar!\x1A"), "this is an archive" },
    { PALPATE_VIEW_INIT("7z\xBC\xAF"), "this is an archive" },
    { PALPATE_VIEW_INIT("BZh"), "compressed by bzip2: decompress it" },
    { PALPATE_VIEW_INIT("\xFD"
                        "7zXZ"),
            "compressed by xz: decompress it" },
    { PALPATE_VIEW_INIT("\x28\xB5\x2F\xFD"), "compressed by zstd: decompress it" },
    { PALPATE_VIEW_INIT("\x7F"
                        "ELF"),
            "this is a program" },
    { PALPATE_VIEW_INIT("SQLite format 3"), "this is a database" },
    { PALPATE_VIEW_INIT("wOFF"), "this is a font" },
    { PALPATE_VIEW_INIT("wOF2"), "this is a font" },
};

struct counts {
    size_t nuls;
    size_t controls;   /* that text has not */
    size_t ill_formed; /* bytes that are no UTF-8 */
};

static bool is_control(uint32_t character)
{
    return character == 0x7F ||
           (character > 0 && character < ' ' && character != '\t' &&
                   character != '\n' && character != '\r' && character != '\f' &&
                   character != '\033');
}

/* The bytes from `place` on, by eights, that are signs of ASCII or spaces: most of a
   page. */
static size_t plain_run(palpate_view bytes, size_t place)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    const uint64_t highs = ones << 7;
    size_t end = place;

    while (bytes.size - end >= sizeof(uint64_t)) {
        uint64_t eight = 0;
        memcpy(&eight, bytes.data + end, sizeof eight);
        bool has_high = ((eight | (eight + ones)) & highs) != 0; /* DEL, too */
        bool has_low = ((eight - ones * ' ') & ~eight & highs) != 0;
        if (has_high || has_low)
            break;
        end += sizeof eight;
    }
    return end - place;
}

static struct counts count_bytes(palpate_view bytes)
{
    struct counts counts = { 0, 0, 0 };
    size_t size = 0;

    for (size_t place = 0; place < bytes.size; place += size) {
        place += plain_run(bytes, place);
        if (place == bytes.size)
            break;
        uint32_t character = utf8_decode(bytes, place, &size);
        counts.nuls += character == 0;
        counts.controls += is_control(character);
        counts.ill_formed += character == UTF8_REPLACEMENT && size == 1;
    }
    return counts;
}

const char *not_text(palpate_view bytes, palpate_view content_type)
{
    enum { SAMPLE = 1024 * 1024 };

    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (view_starts_with(bytes, KINDS[i].start))
            return KINDS[i].why;
    bytes = view_slice(bytes, 0, SAMPLE);
    if (charset_is_wide(bytes, content_type))
        return NULL;
    struct counts counts = count_bytes(bytes);
    bool is_known = charset_is_known(bytes, content_type);
    /* A few of them stand in pages that are read well all the same. */
    if (counts.nuls > bytes.size / 3 ||
            (counts.ill_formed > bytes.size / 20 &&
                    counts.controls > bytes.size / 50) ||
            counts.controls > bytes.size / 5 ||
            (!is_known && counts.ill_formed > bytes.size / 2 && bytes.size > 64))
        return "this is not text";
    return NULL;
}
