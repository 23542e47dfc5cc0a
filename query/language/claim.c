#include "query/language/claim.h"

#include "core/token.h"
#include "core/view.h"

enum role {
    ROLE_NONE,
    ROLE_VERB,
    ROLE_PERSON, /* "can i", "i have": who asks or is asked about */
    ROLE_CLAUSE, /* "that", "if": the next verb is of a part of the sentence */
    ROLE_TO,     /* "to do" */
    ROLE_ASKING  /* "how": with which a question begins wherever it stands */
};

#define WORD(word, role) { PALPATE_VIEW_INIT(word), ROLE_##role },
static const struct {
    palpate_view word;
    enum role role;
} ROLES[] = {
#include "words/en/claims.inc"
};
#undef WORD

#define WORD(word) PALPATE_VIEW_INIT(word),
static const palpate_view RELATING[] = {
#include "words/en/relating.inc"
};

enum {
    ROLE_COUNT = sizeof ROLES / sizeof *ROLES,
    RELATING_COUNT = sizeof RELATING / sizeof *RELATING,
    SENTENCE_WORDS = 5 /* that a full stop makes a sentence of, at least */
};

static enum role role_of(palpate_view folded)
{
    size_t place = view_place(folded, ROLES, ROLE_COUNT, sizeof *ROLES);

    return place < ROLE_COUNT ? ROLES[place].role : ROLE_NONE;
}

/* What was read of a sentence. */
struct reading {
    uint32_t words;
    enum role last;
    bool in_clause; /* and its verb has not come yet */
    bool states;    /* it has a verb of its own */
    bool asks;
};

static void read_word(struct reading *reading, palpate_view folded)
{
    enum role role = role_of(folded);

    reading->asks |=
            role == ROLE_ASKING || (role == ROLE_PERSON && reading->last == ROLE_VERB);
    reading->in_clause |= role == ROLE_CLAUSE;
    if (role == ROLE_VERB) {
        reading->states |= reading->words > 0 && !reading->in_clause &&
                           reading->last != ROLE_PERSON && reading->last != ROLE_TO;
        reading->in_clause = false;
    }
    reading->last = role;
    reading->words++;
}

static bool ends_with_stop(palpate_view typed)
{
    size_t size = typed.size;

    while (size > 0 && typed.data[size - 1] == ' ')
        size--;
    return size > 0 && typed.data[size - 1] == '.';
}

bool is_claim(palpate_view typed)
{
    struct tokenizer tokens = tokens_of(typed);
    struct reading reading = { .words = 0 };
    struct token token;

    while (token_next(&tokens, &token)) {
        char folded[WORD_SIZE];
        size_t size = word_fold(view_slice(typed, token.offset, token.size), folded);
        read_word(&reading, (palpate_view){ folded, size });
    }
    bool is_sentence = reading.words >= SENTENCE_WORDS && ends_with_stop(typed);
    return !reading.asks && (reading.states || is_sentence);
}

bool is_relating_word(palpate_view folded)
{
    return view_place(folded, RELATING, RELATING_COUNT, sizeof *RELATING) <
           RELATING_COUNT;
}
