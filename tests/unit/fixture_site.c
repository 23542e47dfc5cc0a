#include "fixture_site.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const WORDS[] = { "morning", "evening", "stairs", "lifting",
    "sitting", "walking", "sleeping", "turning", "reaching", "bending", "cycling",
    "gardening", "swimming", "driving", "typing", "kneeling", "carrying", "cooking",
    "reading", "running", "climbing", "dancing", "writing" };

enum { WORD_COUNT = sizeof WORDS / sizeof *WORDS, TEXT_SIZE = 512 };

/* The same words for the same place, as far from those of other places as so few words
   allow. */
static const char *word(size_t article, size_t passage, size_t place)
{
    uint32_t mixed =
            (uint32_t)(article * 2654435761U + passage * 40503U + place * 97U + 12345U);

    mixed ^= mixed >> 15;
    mixed *= 2246822519U;
    mixed ^= mixed >> 13;
    return WORDS[mixed % WORD_COUNT];
}

static char *text_of(size_t article, size_t passage)
{
    char text[TEXT_SIZE];
    const char *plan = "";
    const char *rare = "";

    if (passage == 3)
        plan = article % 2 == 1 ? " A plan that is steady helps."
                                : " A steady plan helps.";
    if (passage == SITE_PASSAGES - 1 && article % 7 == 0)
        rare = " This is rare.";
    (void)snprintf(text, sizeof text,
            "Pain while %s number %zu eases after %s and %s %zu, says %s, and nobody "
            "who was %s for %zu days and %s for %zu more has asked for %s.%s%s",
            word(article, passage, 0), article * 31 + passage,
            word(article, passage, 1), word(article, passage, 2), article,
            word(article, passage, 3), word(article, passage, 4), article % 97 + 2,
            word(article, passage, 5), passage + 2, word(article, passage, 6), plan,
            rare);
    return strdup(text);
}

static char *format_of(const char *format, size_t article)
{
    char text[TEXT_SIZE];

    (void)snprintf(text, sizeof text, format, article);
    return strdup(text);
}

static char *date_of(size_t article)
{
    char date[32];

    if (article % 11 == 0)
        return NULL;
    (void)snprintf(date, sizeof date, "%04zu-%02zu-%02zu", 2010 + article % 15,
            1 + article % 12, 1 + article % 28);
    return strdup(date);
}

struct fixture_passage *fixture_site_make(size_t articles)
{
    static const enum passage_kind KINDS[] = { KIND_OTHER, KIND_EXERCISES,
        KIND_TREATMENT };
    struct fixture_passage *passages =
            calloc(articles * SITE_PASSAGES, sizeof *passages);

    assert_non_null(passages);
    for (size_t i = 0; i < articles; i++) {
        struct fixture_passage *first = &passages[i * SITE_PASSAGES];
        *first =
                (struct fixture_passage){ .url = format_of("https://s.example/%zu/", i),
                    .title = format_of("Pain diary %zu", i),
                    .date = date_of(i) };
        for (size_t k = 0; k < SITE_PASSAGES; k++) {
            first[k] = *first;
            first[k].text = text_of(i, k);
            first[k].kind = KINDS[(i + k / 5) % 3];
            assert_non_null(first[k].text);
        }
    }
    return passages;
}

void fixture_site_free(struct fixture_passage *passages, size_t articles)
{
    for (size_t i = 0; i < articles * SITE_PASSAGES; i++) {
        free((char *)passages[i].text);
        if (i % SITE_PASSAGES != 0)
            continue;
        free((char *)passages[i].url);
        free((char *)passages[i].title);
        free((char *)passages[i].date);
    }
    free(passages);
}
