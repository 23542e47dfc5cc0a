/* serve INDEX: a tiny server of search pages on a free port of the loopback interface,
   which it prints: /?q=frozen+shoulder.  It shows what a site that has a server of its
   own has to do, and no more; palpate-serve is the one for the world. */
#include <arpa/inet.h>
#include <palpate/palpate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Writes text of an answer into the page: it is text, and must be escaped. */
static void put_text(FILE *page, palpate_view text)
{
    for (size_t i = 0; i < text.size; i++) {
        const char *reference = palpate_html_reference(text.data[i]);

        if (reference)
            fputs(reference, page);
        else
            fputc(text.data[i], page);
    }
}

/* The snippet, with what matched in <mark>. */
static void put_snippet(FILE *page, const palpate_hit *hit)
{
    size_t at = 0;

    for (size_t i = 0; i < hit->snippet_mark_count; i++) {
        palpate_span mark = hit->snippet_marks[i];

        put_text(page, (palpate_view){ hit->snippet.data + at, mark.offset - at });
        fputs("<mark>", page);
        put_text(page, (palpate_view){ hit->snippet.data + mark.offset, mark.size });
        fputs("</mark>", page);
        at = mark.offset + mark.size;
    }
    put_text(page, (palpate_view){ hit->snippet.data + at, hit->snippet.size - at });
}

static void put_answer(FILE *page, const palpate_answer *answer)
{
    fputs("<!doctype html><meta charset=\"utf-8\"><title>Search</title>\n<h1>", page);
    put_text(page, answer->query);
    fputs("</h1>\n<ol>\n", page);
    for (size_t i = 0; i < answer->hit_count; i++) {
        fputs("<li><a href=\"", page);
        put_text(page, answer->hits[i].link);
        fputs("\">", page);
        put_text(page, answer->hits[i].title);
        fputs("</a><br>", page);
        put_snippet(page, &answer->hits[i]);
        fputs("</li>\n", page);
    }
    fputs("</ol>\n", page);
}

/* Decodes %41 and + of an address in place; the size of what is left. */
static size_t decode(char *text)
{
    char *to = text;

    for (const char *from = text; *from; from++, to++) {
        char digits[3] = { 0 };

        if (*from == '%' && from[1] && from[2]) {
            memcpy(digits, from + 1, 2);
            *to = (char)strtol(digits, NULL, 16);
            from += 2;
        } else
            *to = *from == '+' ? ' ' : *from;
    }
    return (size_t)(to - text);
}

/* Answers the request on one connection. */
static void answer_one(palpate_searcher *searcher, FILE *stream)
{
    char path[2048] = { 0 };
    char line[1024];
    palpate_answer *answer = NULL;
    palpate_error err;

    if (fscanf(stream, "GET /?q=%2047[^ &]", path) != 1) {
        fputs("HTTP/1.0 404 Not Found\r\n\r\nTry /?q=shoulder\n", stream);
        return;
    }
    while (fgets(line, sizeof line, stream) && strcmp(line, "\r\n") != 0)
        ; /* the rest of the request says nothing that matters here */
    palpate_view query = { path, decode(path) };
    /* Pages that have changed since the last question are taken up. */
    if (palpate_searcher_refresh(searcher, NULL, &err) != PALPATE_OK ||
            palpate_search(&answer, searcher, query, NULL, &err) != PALPATE_OK) {
        fprintf(stderr, "serve: %s\n", err.message);
        fputs("HTTP/1.0 503 Service Unavailable\r\n\r\n", stream);
        return;
    }
    fputs("HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n", stream);
    put_answer(stream, answer);
    palpate_answer_free(answer);
}

/* A socket that listens on a free port of 127.0.0.1; -1 where that fails. */
static int listen_on_loopback(void)
{
    struct sockaddr_in address = { .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t size = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);

    if (listener < 0 || bind(listener, (struct sockaddr *)&address, size) != 0 ||
            listen(listener, 16) != 0 ||
            getsockname(listener, (struct sockaddr *)&address, &size) != 0)
        return -1;
    printf("http://127.0.0.1:%d/\n", ntohs(address.sin_port));
    fflush(stdout);
    return listener;
}

int main(int argc, char **argv)
{
    palpate_searcher *searcher = NULL;
    palpate_error err;

    if (argc != 2) {
        fprintf(stderr, "usage: serve INDEX\n");
        return 2;
    }
    if (palpate_searcher_open(&searcher, argv[1], &err) != PALPATE_OK) {
        fprintf(stderr, "serve: %s\n", err.message);
        return 1;
    }
    int listener = listen_on_loopback();
    if (listener < 0) {
        perror("serve");
        return 1;
    }
    for (;;) {
        int connection = accept(listener, NULL, NULL);
        FILE *stream = connection < 0 ? NULL : fdopen(connection, "r+");

        if (!stream)
            continue;
        answer_one(searcher, stream);
        fclose(stream);
    }
}
