#include <stdio.h>
#include <string.h>

#include "ask.h"
#include "assets.h"
#include "page_answer.h"
#include "routes.h"
#include "text.h"

static const char QUERY_MARK[] = "<!--palpate:query-->";
static const char ANSWER_MARK[] = "<!--palpate:answer-->";

/* Adds the page up to a mark and steps behind it; all the rest where it has no such
 * mark. */
static void add_until(struct text *text, palpate_view *page, const char *mark)
{
    const char *place = memmem(page->data, page->size, mark, strlen(mark));
    size_t before = place == NULL ? page->size : (size_t)(place - page->data);
    size_t taken = place == NULL ? before : before + strlen(mark);

    text_add(text, (palpate_view){ page->data, before });
    *page = (palpate_view){ page->data + taken, page->size - taken };
}

/* The query stands before the answer in the page. */
static void write_page(
        struct text *text, const struct request *request, const palpate_answer *answer)
{
    palpate_view page = asset_find("index.html")->bytes;

    add_until(text, &page, QUERY_MARK);
    /* What makes no sense was not read. */
    text_add_escaped(text,
            answer != NULL ? request->question->asked : request_argument(request, "q"));
    add_until(text, &page, ANSWER_MARK);
    if (answer != NULL)
        page_answer(text, answer, request->question, &request->arguments);
    else if (request->reply.detail[0] != '\0')
        page_problem(text, request->reply.detail);
    text_add(text, page);
}

void page_for_person(struct request *request)
{
    struct reply problem = request->reply;
    struct text text;

    if (problem.detail[0] == '\0' || !request->takes_page ||
            strcmp(request->path, "/") != 0)
        return;
    text_open(&text);
    write_page(&text, request, NULL);
    reply_text(&request->reply, problem.status, asset_find("index.html")->type, &text);
    request->reply.is_page = request->reply.status == problem.status;
    request->reply.is_kept_nowhere = true;
    request->reply.allow = problem.allow;
    request->reply.retry_after = problem.retry_after;
}

bool read_page(struct request *request, const struct limits *limits)
{
    palpate_view words = request_argument(request, "q");
    palpate_view like = request_argument(request, "like");
    const struct ask_for what = { words,
        words.size > 0 ? (palpate_view){ "", 0 } : like };

    return ask_read(request, asset_find("index.html")->digest, &what, limits);
}

static void answer_question(struct request *request, struct worker *worker)
{
    struct text text;
    char etag[REPLY_ETAG];
    palpate_answer *answer = ask(request, worker);

    if (answer != NULL) {
        memcpy(etag, request->reply.etag, sizeof etag);
        text_open(&text);
        write_page(&text, request, answer);
        reply_text(&request->reply, 200, asset_find("index.html")->type, &text);
        request->reply.is_page = true;
        if (request->is_final)
            memcpy(request->reply.etag, etag, sizeof etag);
        else
            request->reply.is_kept_nowhere = true;
    }
    palpate_answer_free(answer);
}

void answer_page(struct request *request, struct worker *worker)
{
    bool is_index = request->path[1] == '\0';
    const struct asset *asset = asset_find(is_index ? "index.html" : request->path + 1);
    struct text text;

    if (worker != NULL) {
        answer_question(request, worker);
        return;
    }
    if (is_index) {
        text_open(&text);
        write_page(&text, request, NULL);
        reply_text(&request->reply, 200, asset->type, &text);
    } else {
        reply_static(&request->reply, 200, asset->type, asset->bytes);
    }
    request->reply.is_page = true;
    (void)snprintf(
            request->reply.etag, sizeof request->reply.etag, "W/\"%s\"", asset->digest);
}
