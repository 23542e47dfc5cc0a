#include <ctype.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "server/assets.h"
#include "server/page_template.h"
#include "server/routes.h"
#include "server/server.h"
#include "server/text.h"
#include "server/workers.h"

void answer_health(struct request *request, struct worker *worker)
{
    struct index_state index = server_index(request->server);
    char generation[32];

    (void)worker;
    (void)snprintf(generation, sizeof generation, "%016" PRIx64, index.info.generation);
    reply_json(&request->reply, index.is_readable ? 200 : 503,
            json_pack("{s:s, s:s, s:I}", "status", index.is_readable ? "ok" : "failing",
                    "generation", generation, "passages",
                    (json_int_t)index.info.passages));
    request->reply.is_kept_nowhere = true;
}

/* Says nothing: not even whether that page was ever found. */
void answer_opened(struct request *request, struct worker *worker)
{
    (void)worker;
    if (!request->server->options->counts_clicks) {
        reply_problem(&request->reply, 404, "This server does not count clicks");
        return;
    }
    tally_opened(&request->server->tally, request_argument(request, "url"));
    reply_static(&request->reply, 204, NULL, (palpate_view){ NULL, 0 });
    request->reply.is_kept_nowhere = true;
}

void answer_metrics(struct request *request, struct worker *worker)
{
    struct server *server = request->server;
    struct index_state index = server_index(server);
    int64_t age = (int64_t)time(NULL) - index.info.written;
    const struct metrics_now now = { .generation_age_s = age < 0 ? 0 : (uint64_t)age,
        .index_bytes = index.info.bytes,
        .passages = index.info.passages,
        .connections = connections_count(&server->connections),
        .waiting = workers_waiting(&server->workers),
        .cache = cache_figures(&server->cache),
        .asked = server->tally.asked,
        .unanswered = server->tally.unanswered,
        .corrected = server->tally.corrected,
        .opened = server->tally.opened };
    struct text text;

    (void)worker;
    text_open(&text);
    metrics_write(&text, &server->metrics, &now);
    reply_text(&request->reply, 200, "text/plain; version=0.0.4; charset=utf-8", &text);
    request->reply.is_kept_nowhere = true;
}

void answer_openapi(struct request *request, struct worker *worker)
{
    const struct asset *asset = asset_find("openapi.json");

    (void)worker;
    reply_static(&request->reply, 200, asset->type, asset->bytes);
    (void)snprintf(
            request->reply.etag, sizeof request->reply.etag, "W/\"%s\"", asset->digest);
}

/* A host as clients write it, so that nothing else gets into documents. */
static bool is_host(const char *host)
{
    for (size_t i = 0; host != NULL && host[i] != '\0'; i++)
        if (!isalnum((unsigned char)host[i]) && strchr(".-:[]", host[i]) == NULL)
            return false;
    return host != NULL && *host != '\0';
}

void answer_opensearch(struct request *request, struct worker *worker)
{
    enum { MAX_SHORT_NAME = 16 };
    const struct options *options = request->server->options;
    const char *url = options->public_url;
    struct text base;
    struct text text;
    size_t size = 0;

    (void)worker;
    text_open(&base);
    if (url != NULL)
        text_add_escaped(&base, (palpate_view){ url, strlen(url) });
    else
        text_add_format(&base, "http://%s/",
                is_host(request->host) ? request->host : "localhost");
    char *root = text_close(&base, &size);
    text_open(&text);
    if (options->lang != NULL)
        text.wording =
                wording_prefer((palpate_view){ options->lang, strlen(options->lang) });
    text_add_string(&text,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
            "  <ShortName>");
    /* The format has room for 16 characters. */
    bool is_short = options->title != NULL && strlen(options->title) <= MAX_SHORT_NAME;
    text_add_escaped(
            &text, is_short ? (palpate_view){ options->title, strlen(options->title) }
                            : PALPATE_VIEW("Articles"));
    text_add_string(&text, "</ShortName>\n  <Description>");
    page_name(&text, options, SAY_TITLE);
    text_add_string(&text, "</Description>\n");
    text_add_format(&text,
            "  <InputEncoding>UTF-8</InputEncoding>\n"
            "  <Url type=\"text/html\" template=\"%s?q={searchTerms}\"/>\n"
            "  <Url type=\"application/json\" template=\"%ssearch?q={searchTerms}\"/>\n"
            "</OpenSearchDescription>\n",
            root == NULL ? "" : root, root == NULL ? "" : root);
    free(root);
    reply_text(&request->reply, 200,
            "application/opensearchdescription+xml; charset=utf-8", &text);
}
