/* A passage of an article, as the tests of records have it. */
#ifndef TESTS_FIXTURE_RECORD_H
#define TESTS_FIXTURE_RECORD_H

#include "core/record.h"

static const struct article_record ARTICLE = {
    .url = PALPATE_VIEW_INIT("https://site.example/frozen-shoulder/"),
    .facts.byline = PALPATE_VIEW_INIT("Editorial team"),
    .facts.published = PALPATE_VIEW_INIT("2023-04-18"),
    .facts.language = PALPATE_VIEW_INIT("en-gb"),
    .passage_count = 7,
};

static const struct passage_record PASSAGE = {
    .kind = KIND_TREATMENT,
    .is_nosnippet = true,
    .signature = 0xFEDCBA9876543210,
    .lengths = { { 300, 2, 1 } },
    .title = PALPATE_VIEW_INIT("Frozen shoulder"),
    .heading = { PALPATE_VIEW_INIT("Treatment"), PALPATE_VIEW_INIT("Injections") },
    .heading_count = 2,
    .anchor = PALPATE_VIEW_INIT("injections"),
    .fragment = PALPATE_VIEW_INIT("A steroid"),
    .text = PALPATE_VIEW_INIT("A steroid injection\nmay help."),
};

#endif
