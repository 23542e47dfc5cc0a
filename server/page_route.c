#include <stdio.h>
#include <string.h>

#include "server/ask.h"
#include "server/choices.h"
#include "server/languages.h"
#include "server/page_answer.h"
#include "server/page_template.h"
#include "server/routes.h"
#include "server/server.h"
#include "server/text.h"
#include "server/topics.h"

enum { ASKER_LANGUAGES = LANGUAGES_SIZE + 16 };

/* Only the answer, for the script of the page: exactly what the page has in its place.
 */
static bool is_fragment(const struct request *request)
{
    return strcmp(request->path, "/answer") == 0;
}

static bool is_shown(const struct request *request)
{
    return strcmp(request->path, "/") == 0 || is_fragment(request);
}

static void write_answer(
        struct text *text, const struct request *request, const struct shown *shown)
{
    if (shown != NULL)
        page_answer(text, shown);
    else if (request->reply.detail[0] != '\0')
        page_problem(text, &request->arguments, request->reply.detail,
                request->reply.retry_after > 0);
}

/* Begins a text in the language of the page: the operator's, or else the reader's. */
static void open_page(struct text *text, const struct request *request)
{
    const char *lang = request->server->options->lang;
    const char *languages = lang != NULL                 ? lang
                            : request->languages == NULL ? ""
                                                         : request->languages;
    char list[LANGUAGES_SIZE];

    text_open(text);
    text->wording = wording_prefer(
            languages_read(list, (palpate_view){ languages, strlen(languages) }));
}

/* The language of topics for the reader of the page; empty for those of all. */
static palpate_view language_of_topics(
        const struct request *request, const struct topics *topics)
{
    const char *languages = request->languages == NULL ? "" : request->languages;

    return topics_language(topics, (palpate_view){ languages, strlen(languages) });
}

static void write_page(
        struct text *text, const struct request *request, const struct shown *shown)
{
    struct page_marks marks = { .files = &request->server->files,
        .options = request->server->options };

    if (is_fragment(request)) {
        write_answer(text, request, shown);
        return;
    }
    /* What makes no sense was not read. */
    marks.query =
            shown != NULL ? request->question->asked : request_argument(request, "q");
    marks.is_asked = marks.query.size > 0 || shown != NULL;
    struct topics *topics = marks.is_asked ? NULL : topics_borrow(request->server);
    marks.topics = topics;
    marks.topics_language = language_of_topics(request, topics);
    palpate_view page = page_template_start(text, &marks);
    write_answer(text, request, shown);
    page_template_end(text, &marks, page);
    topics_return(request->server, topics);
}

static const struct asset *page_of(const struct request *request)
{
    return page_files_find(&request->server->files, "index.html");
}

void page_for_person(struct request *request)
{
    struct reply problem = request->reply;
    struct text text;

    if (problem.detail[0] == '\0' || !request->takes_page || !is_shown(request))
        return;
    open_page(&text, request);
    write_page(&text, request, NULL);
    reply_text(&request->reply, problem.status, page_of(request)->type, &text);
    request->reply.is_page = request->reply.status == problem.status;
    request->reply.is_kept_nowhere = true;
    request->reply.allow = problem.allow;
    request->reply.retry_after = problem.retry_after;
}

/* The languages of who asks: that of the page that is asked on, if its operator gave it
   one, then those of the browser. */
static palpate_view languages_of(
        char out[ASKER_LANGUAGES], const struct request *request)
{
    const char *lang = request->server->options->lang;
    const char *accepted = request->languages == NULL ? "" : request->languages;
    char list[LANGUAGES_SIZE];
    palpate_view read =
            languages_read(list, (palpate_view){ accepted, strlen(accepted) });
    int size = snprintf(out, ASKER_LANGUAGES, "%s%s%.*s", lang == NULL ? "" : lang,
            lang == NULL || read.size == 0 ? "" : ",", (int)read.size, read.data);

    return (palpate_view){ out, (size_t)size };
}

bool read_page(struct request *request, const struct limits *limits)
{
    palpate_view words = request_argument(request, "q");
    palpate_view like = request_argument(request, "like");
    char languages[ASKER_LANGUAGES];
    const struct ask_for what = { words,
        words.size > 0 ? (palpate_view){ "", 0 } : like,
        languages_of(languages, request) };
    char form[96]; /* another version, or page, may write the answer otherwise */

    if (words.size == 0 && like.size == 0) {
        reply_problem(&request->reply, 400, "The argument q is missing");
        return false;
    }
    (void)snprintf(form, sizeof form, "%s %s %s",
            is_fragment(request) ? "answer" : page_of(request)->digest,
            request->server->files.digest, palpate_version());
    return ask_read(request, form, &what, limits);
}

static void reply_shown(struct request *request, const struct shown *shown)
{
    struct text text;
    char etag[REPLY_ETAG];

    memcpy(etag, request->reply.etag, sizeof etag);
    open_page(&text, request);
    write_page(&text, request, shown);
    reply_text(&request->reply, 200, page_of(request)->type, &text);
    request->reply.is_page = true;
    if (request->is_final)
        memcpy(request->reply.etag, etag, sizeof etag);
    else
        request->reply.is_kept_nowhere = true;
}

static void answer_question(struct request *request, struct worker *worker)
{
    struct shown shown = { .question = request->question,
        .limits = server_limits(request->server),
        .counts_clicks = request->server->options->counts_clicks };
    struct choices choices = { 0 };
    palpate_answer *answer = ask(request, worker);

    if (answer != NULL) {
        shown.answer = answer;
        asked_read(&shown.asked, request->question, &request->arguments);
        choices_find(&choices, &shown, request, worker);
        reply_shown(request, &shown);
    }
    choices_free(&choices);
    palpate_answer_free(answer);
}

void answer_page(struct request *request, struct worker *worker)
{
    bool is_index = request->path[1] == '\0';
    const struct asset *asset = page_files_find(
            &request->server->files, is_index ? "index.html" : request->path + 1);
    struct text text;

    if (worker != NULL) {
        answer_question(request, worker);
        return;
    }
    if (is_index) {
        open_page(&text, request);
        write_page(&text, request, NULL);
        reply_text(&request->reply, 200, asset->type, &text);
        reply_tag(&request->reply,
                (palpate_view){ request->reply.body, request->reply.size }, 0);
    } else {
        reply_static(&request->reply, 200, asset->type, asset->bytes);
        (void)snprintf(request->reply.etag, sizeof request->reply.etag, "W/\"%s\"",
                asset->digest);
    }
    request->reply.is_page = true;
}
