#include "indexer/article/text_language.h"

#include <stddef.h>
#include <stdint.h>

#include "core/ascii.h"
#include "core/language_words.h"
#include "core/token.h"
#include "core/view.h"
#include "indexer/article/script_language.h"

enum {
    LONGEST = 12,        /* bytes of a word that is looked up, with its accents */
    SAMPLE_WORDS = 400,  /* that are read at most */
    ROUND_WORDS = 50,    /* after which it may be clear */
    FEWEST_LETTERS = 40, /* of a text whose language is told at all */
    WEIGHT = 12,         /* of a word of one language; less where several have it */
    CLEAR_DIFFERENT = 4, /* words, of which a text of that language has so many */
    CLEAR_WORDS = 4,     /* of one language, that a text has at least */
    CLEAR_SHARE = 8      /* … and one in so many of its words */
};

/* What was seen of a text. */
struct sample {
    struct script_counts counts;
    uint32_t weight[LANGUAGE_COUNT];
    uint8_t different[LANGUAGE_COUNT]; /* words of it, each counted once */
    bool is_seen[LANGUAGE_WORDS_MOST];
    uint32_t words;
};

static void look_up(struct sample *sample, palpate_view word)
{
    struct language_rows rows = language_words_find(word);

    for (size_t i = rows.first; i < rows.end; i++) {
        size_t weight = WEIGHT / (rows.end - rows.first);
        enum language language = language_words_at(i);
        sample->weight[language] += weight > 0 ? (uint32_t)weight : 1;
        sample->different[language] += !sample->is_seen[i];
        sample->is_seen[i] = true;
    }
}

/* Letters, digits, and all beyond ASCII: no word starts in the middle of "54m". */
static bool is_of_word(char byte)
{
    return (unsigned char)byte >= 0x80 || ascii_is_alphanumeric(byte);
}

/* The next word of `*text`, taken off it; empty at the end. */
static palpate_view next_word(palpate_view *text)
{
    size_t start = 0;

    while (start < text->size && !is_of_word(text->data[start]))
        start++;
    size_t end = start;
    while (end < text->size && is_of_word(text->data[end]))
        end++;
    palpate_view word = view_slice(*text, start, end - start);
    *text = view_slice(*text, end, text->size);
    return word;
}

static void take_word(struct sample *sample, palpate_view word)
{
    char lower[LONGEST];
    char folded[WORD_SIZE];
    bool is_plain = true;

    if (ascii_is_digit(word.data[0])) /* a table of figures is in its language, too */
        return;
    sample->words++;
    for (size_t i = 0; i < word.size; i++)
        is_plain &= (unsigned char)word.data[i] < 0x80;
    if (is_plain)
        sample->counts.latin += ascii_is_letter(word.data[0]) ? (uint32_t)word.size : 0;
    else
        script_count(&sample->counts, word);
    if (word.size > LONGEST)
        return;
    if (!is_plain) {
        look_up(sample, (palpate_view){ folded, word_fold(word, folded) });
        return;
    }
    for (size_t i = 0; i < word.size; i++)
        lower[i] = ascii_lower(word.data[i]);
    look_up(sample, (palpate_view){ lower, word.size });
}

/* The language of most words, and the next one. */
static unsigned best_of(const struct sample *sample, uint32_t *next)
{
    unsigned best = 0;

    *next = 0;
    for (unsigned i = 1; i < LANGUAGE_COUNT; i++) {
        unsigned less = sample->weight[i] > sample->weight[best] ? best : i;
        best = less == best ? i : best;
        if (sample->weight[less] > *next)
            *next = sample->weight[less];
    }
    return best;
}

/* Whether the words of one language are many, and half as many again as those of any
   other. */
static bool is_clear(const struct sample *sample, unsigned best, uint32_t next)
{
    uint32_t weight = sample->weight[best];

    return weight >= CLEAR_WORDS * WEIGHT && 2 * weight >= 3 * next &&
           sample->different[best] >= CLEAR_DIFFERENT &&
           weight * CLEAR_SHARE >= sample->words * WEIGHT;
}

/* Languages of which one may be called by the name of another. */
static bool is_near(palpate_view declared, palpate_view found)
{
    static const palpate_view NEAR[][2] = {
        { PALPATE_VIEW_INIT("nb"), PALPATE_VIEW_INIT("no") },
        { PALPATE_VIEW_INIT("nn"), PALPATE_VIEW_INIT("no") },
        { PALPATE_VIEW_INIT("sr"), PALPATE_VIEW_INIT("hr") },
        { PALPATE_VIEW_INIT("sh"), PALPATE_VIEW_INIT("hr") },
        { PALPATE_VIEW_INIT("bs"), PALPATE_VIEW_INIT("hr") },
        { PALPATE_VIEW_INIT("ms"), PALPATE_VIEW_INIT("id") },
        { PALPATE_VIEW_INIT("yue"), PALPATE_VIEW_INIT("zh") },
        { PALPATE_VIEW_INIT("lzh"), PALPATE_VIEW_INIT("zh") },
    };

    if (view_equals(declared, found))
        return true;
    for (size_t i = 0; i < sizeof NEAR / sizeof *NEAR; i++)
        if (view_equals(declared, NEAR[i][0]) && view_equals(found, NEAR[i][1]))
            return true;
    return false;
}

/* Reads words until the language is clear that was declared.  Against what a page
   declares, or where it declares nothing, the whole sample counts: a note above the
   text may be in another language. */
static void read_sample(struct sample *sample, palpate_view text, palpate_view code)
{
    uint32_t next = 0;

    *sample = (struct sample){ .words = 0 };
    while (sample->words < SAMPLE_WORDS) {
        palpate_view word = next_word(&text);
        if (word.size == 0)
            break;
        take_word(sample, word);
        if (sample->words % ROUND_WORDS > 0)
            continue;
        unsigned best = best_of(sample, &next);
        if (is_clear(sample, best, next) && is_near(code, language_code(best)))
            break;
    }
}

static bool has_word(palpate_view list, palpate_view word)
{
    while (list.size > 0) {
        size_t end = view_find(list, PALPATE_VIEW(" "));
        if (view_equals(view_slice(list, 0, end), word))
            return true;
        list = view_slice(list, end + 1, list.size);
    }
    return false;
}

/* The language that a text is clearly in, and all others that are written with its
   letters where those tell no more; empty where nothing is clear. */
static palpate_view find_language(
        palpate_view text, palpate_view code, palpate_view *languages)
{
    const palpate_view nothing = { "", 0 };
    struct sample sample;
    uint32_t letters = 0;
    uint32_t next = 0;

    read_sample(&sample, text, code);
    letters = sample.counts.latin;
    for (unsigned i = 0; i < SCRIPT_COUNT; i++)
        letters += sample.counts.scripts[i];
    palpate_view found = script_language(&sample.counts, languages);
    if (letters < FEWEST_LETTERS)
        return nothing;
    if (found.size > 0)
        return found;
    unsigned best = best_of(&sample, &next);
    return is_clear(&sample, best, next) ? language_code(best) : nothing;
}

palpate_view text_language(palpate_view declared, palpate_view text, bool *is_of_text)
{
    palpate_view languages = { "", 0 };
    palpate_view code = view_slice(declared, 0, view_find(declared, PALPATE_VIEW("-")));
    palpate_view found = find_language(text, code, &languages);

    *is_of_text = found.size > 0 && !is_near(code, found) && !has_word(languages, code);
    return *is_of_text ? found : declared;
}
