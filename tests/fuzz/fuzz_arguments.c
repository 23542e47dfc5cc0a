/* Words and arguments of an address: what is asked stays within the limits, and no
   value of a filter gets out of it. */
#include <stdlib.h>
#include <string.h>

#include "core/view.h"
#include "fuzz.h"
#include "query/language/parse.h"
#include "server/asked.h"
#include "server/filter.h"
#include "server/question.h"

static void read_arguments(struct arguments *arguments, palpate_view bytes)
{
    while (bytes.size > 0 && arguments->count < REQUEST_ARGUMENTS) {
        palpate_view pair = fuzz_part(&bytes);
        size_t sign = view_find(pair, PALPATE_VIEW("="));
        arguments->items[arguments->count++] =
                (struct argument){ view_slice(pair, 0, sign),
                    view_slice(pair, sign + 1, pair.size) };
    }
}

/* Filters come first, and the words after them are the user's own. */
static void require_apart(const struct question *question)
{
    palpate_view text = { question->text, question->size };

    for (size_t i = 0; i < question->filter_count; i++) {
        palpate_view rest = filter_skip(text);
        REQUIRE(rest.size < text.size);
        text = rest;
    }
    REQUIRE(view_equals(text, question->asked));
    REQUIRE(view_find(text, PALPATE_VIEW("\n")) == text.size);
}

static void require_key(const struct question *question)
{
    size_t size = 0;
    char *key = question_key(question, "form", &size);
    char *same = question_key(question, "form", &size);

    REQUIRE(key != NULL && same != NULL && strcmp(key, same) == 0);
    free(key);
    free(same);
}

static void require_links(
        const struct question *question, const struct arguments *given)
{
    struct arguments asked;

    asked_read(&asked, question, given);
    REQUIRE(asked.count <= REQUEST_ARGUMENTS);
    asked_drop_filters(&asked);
    asked_drop(&asked, "kind");
    REQUIRE(asked_count(&asked, "kind") == 0);
}

void fuzz_one(palpate_view bytes)
{
    palpate_view words = fuzz_part(&bytes);
    struct arguments arguments = { .count = 0 };
    struct question *question = calloc(1, sizeof *question);
    struct limits limits;
    char complaint[256];

    if (question == NULL)
        return;
    limits_default(&limits);
    read_arguments(&arguments, bytes);
    if (question_read(
                question, words, &arguments, &limits, complaint, sizeof complaint)) {
        REQUIRE(question->options.limit >= 1 && question->options.limit <= limits.hits);
        REQUIRE(question->options.offset + question->options.limit <= limits.depth);
        require_apart(question);
        require_key(question);
        require_links(question, &arguments);
    } else {
        fuzz_require_sentence(complaint);
    }
    question_free(question);
}
