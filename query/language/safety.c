#include "query/language/safety.h"

#include "core/buffer.h"
#include "core/fail.h"
#include "core/view.h"
#include "core/word_rows.h"
#include "query/language/asked_words.h"

enum {
    REACH = 5 /* words after "with" among which the state begins: "on a low dose of" */
};

enum safety_role {
    ROLE_ASKS,
    ROLE_MAY,
    ROLE_ELSE,
    ROLE_LEADS,
    ROLE_STATE,
    ROLE_DRUG_END
};

#define WORD(words, role) \
    { PALPATE_VIEW_INIT(LANGUAGE), PALPATE_VIEW_INIT(words), ROLE_##role },
static const struct word_row WORDS[] = {
#include "words/all/safety.inc"
};

/* A question, and the rows that it is read by. */
struct asked {
    palpate_view words;
    struct word_rows own;
    struct word_rows english; /* the names of drugs are alike in all languages */
};

/* The word that starts at `place`, without the space after it. */
static palpate_view word_at(palpate_view words, size_t place)
{
    palpate_view rest = view_slice(words, place, words.size);

    return view_slice(rest, 0, view_find(rest, PALPATE_VIEW(" ")));
}

/* The names of drugs are too many to list, but few ends are theirs: "apixaban". */
static bool ends_as_drug(palpate_view word, palpate_view end)
{
    return word.size > end.size + 1 &&
           (view_ends_with(word, end) ||
                   (view_ends_with(word, PALPATE_VIEW("s")) &&
                           view_ends_with(view_slice(word, 0, word.size - 1), end)));
}

/* Whether what starts at `place` has a role. */
static bool has_role(const struct asked *asked, size_t place, enum safety_role role)
{
    palpate_view rest = view_slice(asked->words, place, asked->words.size);
    bool is_drug = role == ROLE_DRUG_END;
    struct word_rows rows = is_drug ? asked->english : asked->own;

    for (size_t i = 0; i < rows.count; i++) {
        if (rows.items[i].value != (uint32_t)role)
            continue;
        if (is_drug ? ends_as_drug(word_at(asked->words, place), rows.items[i].words)
                    : view_starts_with(rest, rows.items[i].words))
            return true;
    }
    return false;
}

/* Whether the words from `place` on, the first of which leads, come to a state. */
static bool leads_to_state(const struct asked *asked, size_t place)
{
    for (int i = 0; i < REACH; i++) {
        place += word_at(asked->words, place).size + 1;
        if (place >= asked->words.size)
            return false;
        if (has_role(asked, place, ROLE_STATE) || has_role(asked, place, ROLE_DRUG_END))
            return true;
    }
    return false;
}

static bool asks(const struct asked *asked)
{
    bool is_else = false;  /* the word before asks for something else */
    bool has_else = false; /* or one further in front */

    for (size_t place = 0; place < asked->words.size;
            place += word_at(asked->words, place).size + 1) {
        if (!is_else && has_role(asked, place, ROLE_ASKS))
            return true;
        if (!has_else && has_role(asked, place, ROLE_MAY))
            return true;
        if (has_role(asked, place, ROLE_LEADS) && leads_to_state(asked, place))
            return true;
        is_else = has_role(asked, place, ROLE_ELSE);
        has_else |= is_else;
    }
    return false;
}

palpate_status safety_is_asked(bool *out, const struct query_tree *tree,
        const struct stemming *language, palpate_error *err)
{
    const struct word_rows all = { WORDS, sizeof WORDS / sizeof *WORDS };
    struct buffer words = { 0 };

    asked_words_append(&words, tree);
    bool failed = words.failed;
    palpate_view text = buffer_view(&words);
    const struct asked asked = { .words = view_slice(text, 1,
                                         text.size), /* after the first space */
        .own = word_rows_or_english(all, language),
        .english = word_rows_of(all, NULL) };
    *out = !failed && asks(&asked);
    buffer_free(&words);
    return failed ? fail(err, PALPATE_NO_MEMORY, "out of memory for a question")
                  : PALPATE_OK;
}
