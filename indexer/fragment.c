#include "indexer/fragment.h"

#include <string.h>

#include "core/buffer.h"
#include "core/fail.h"
#include "core/token.h"
#include "core/view.h"

enum {
    START_WORDS = 5, /* first words at least; more where they are not unique */
    START_MOST = 14,
    END_WORDS = 4,
    WHOLE_WORDS = 10 /* a passage's block up to here is given whole */
};

/* In place, the letters of ASCII. */
static void lower_case(char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (text[i] >= 'A' && text[i] <= 'Z')
            text[i] = (char)(text[i] - 'A' + 'a');
}

/* The page's blocks as one text in lower case, '\n' between them and at both ends. */
static palpate_view join(struct arena *arena, const struct blocks *page)
{
    struct buffer text = { 0 };

    buffer_append_byte(&text, '\n');
    for (uint32_t i = 0; i < page->count; i++) {
        buffer_append(&text, page->items[i].text);
        buffer_append_byte(&text, '\n');
    }
    lower_case(text.data, text.size);
    palpate_view copy = text.failed ? (palpate_view){ NULL, 0 }
                                    : arena_copy(arena, buffer_view(&text));
    buffer_free(&text);
    return copy;
}

static bool is_word_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || (unsigned char)byte >= 0x80;
}

/* Whether `words` stand exactly once in `text`, which is in lower case, as whole words;
   browsers match without case. */
static bool is_unique(palpate_view text, palpate_view words)
{
    enum { NEEDLE_MOST = 1024 };
    char needle[NEEDLE_MOST];
    unsigned count = 0;

    if (words.size == 0 || words.size > NEEDLE_MOST)
        return false;
    memcpy(needle, words.data, words.size);
    lower_case(needle, words.size);
    for (size_t from = 0; from < text.size && count < 2;) {
        palpate_view rest = view_slice(text, from, text.size);
        size_t place = view_find(rest, (palpate_view){ needle, words.size });
        if (place == rest.size)
            break;
        size_t end = from + place + words.size;
        bool is_whole = !is_word_byte(text.data[from + place - 1]) &&
                        !is_word_byte(text.data[end]);
        count += is_whole;
        from += place + 1;
    }
    return count == 1;
}

/* The first `count` words of `text` with what stands between them. */
static palpate_view first_words(palpate_view text, uint32_t count)
{
    struct tokenizer tokens = tokens_of(text);
    struct token token;
    size_t start = text.size;
    size_t end = 0;

    while (tokens.position < count && token_next(&tokens, &token)) {
        if (start == text.size)
            start = token.offset;
        end = token.offset + token.size;
    }
    return end == 0 ? (palpate_view){ NULL, 0 } : view_slice(text, start, end - start);
}

static uint32_t count_words(palpate_view text)
{
    struct tokenizer tokens = tokens_of(text);
    struct token token;

    while (token_next(&tokens, &token))
        continue;
    return tokens.position;
}

static palpate_view last_words(palpate_view text, uint32_t count)
{
    uint32_t whole = count_words(text);
    struct tokenizer tokens = tokens_of(text);
    struct token token;
    size_t start = text.size;
    size_t end = 0;

    while (token_next(&tokens, &token)) {
        if (token.position + count < whole)
            continue;
        if (start == text.size)
            start = token.offset;
        end = token.offset + token.size;
    }
    return end == 0 ? (palpate_view){ NULL, 0 } : view_slice(text, start, end - start);
}

/* Percent-encodes all but what the specification leaves: '&', '-' and ',' have a
   meaning of their own in a directive. */
static void append_encoded(struct buffer *out, palpate_view text)
{
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.data[i];
        bool is_plain = (is_word_byte(byte) && (unsigned char)byte < 0x80) ||
                        byte == '.' || byte == '_' || byte == '~' || byte == '!' ||
                        byte == '*';
        if (is_plain)
            buffer_append_byte(out, byte);
        else
            buffer_append_format(out, "%%%02X", (unsigned char)byte);
    }
}

static palpate_view line_of(palpate_view text, bool is_last)
{
    size_t place = view_find(text, PALPATE_VIEW("\n"));

    if (!is_last)
        return view_slice(text, 0, place);
    for (size_t from = text.data == NULL ? 0 : text.size; from > 0; from--)
        if (text.data[from - 1] == '\n')
            return view_slice(text, from, text.size - from);
    return text;
}

/* The shortest run of first words that stands once on the page. */
static palpate_view unique_start(palpate_view page, palpate_view line)
{
    uint32_t words = count_words(line);

    for (uint32_t count = START_WORDS; count <= START_MOST; count += 3) {
        palpate_view start = first_words(line, count < words ? count : words);
        if (start.size > 0 && is_unique(page, start))
            return start;
        if (count >= words)
            break;
    }
    return (palpate_view){ NULL, 0 };
}

static bool make(struct passage *passage, struct arena *arena, palpate_view page)
{
    struct buffer out = { 0 };
    palpate_view text =
            view_slice(passage->text, passage->lead_size, passage->text.size);
    palpate_view first = line_of(text, false);
    palpate_view last = line_of(text, true);
    uint32_t words = count_words(text);
    palpate_view whole = first_words(first, WHOLE_WORDS);
    palpate_view start = { NULL, 0 };

    if (words <= WHOLE_WORDS && first.size == text.size && is_unique(page, whole)) {
        append_encoded(&out, whole);
    } else {
        start = unique_start(page, first);
        palpate_view end = last_words(last, END_WORDS);
        append_encoded(&out, start);
        bool is_apart =
                start.size > 0 && end.size > 0 && end.data >= start.data + start.size;
        if (is_apart) {
            buffer_append_byte(&out, ',');
            append_encoded(&out, end);
        }
    }
    if (out.size > 0)
        passage->fragment = arena_copy(arena, buffer_view(&out));
    bool is_out = out.failed || (out.size > 0 && passage->fragment.data == NULL);
    buffer_free(&out);
    return !is_out;
}

palpate_status fragments_make(struct article *article, struct arena *arena,
        const struct blocks *page, palpate_error *err)
{
    enum { PAGE_MOST = 512 * 1024 /* bytes of text; larger pages get anchors only */ };
    palpate_view text = join(arena, page);
    bool is_out = text.data == NULL;

    for (uint32_t i = 0;
            text.size <= PAGE_MOST && !is_out && i < article->passage_count; i++)
        is_out = !make(&article->passages[i], arena, text);
    return is_out ? fail(err, PALPATE_NO_MEMORY, "out of memory for text fragments")
                  : PALPATE_OK;
}
