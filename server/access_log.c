#include "server/access_log.h"

#include <fcntl.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int open_file(const char *path)
{
    if (path == NULL)
        return dup(STDERR_FILENO);
    return open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0640);
}

bool access_log_open(struct access_log *log)
{
    (void)pthread_mutex_init(&log->lock, NULL);
    log->fd = log->is_off ? -1 : open_file(log->path);
    return log->is_off || log->fd >= 0;
}

bool access_log_reopen(struct access_log *log)
{
    int fd = log->is_off ? -1 : open_file(log->path);

    if (fd < 0)
        return log->is_off;
    (void)pthread_mutex_lock(&log->lock);
    int old = log->fd;
    log->fd = fd;
    (void)pthread_mutex_unlock(&log->lock);
    (void)close(old);
    return true;
}

static json_t *text_of(palpate_view text)
{
    json_t *json = json_stringn(text.data, text.size);

    return json == NULL ? json_string("(not UTF-8)") : json;
}

static json_t *line_of(const struct access_log *log, const struct request *request,
        uint64_t took_us, size_t bytes)
{
    char when[32];
    struct timespec now;
    struct tm parts;
    json_t *line = json_object();
    const char *path = request->path == NULL ? "" : request->path;

    (void)clock_gettime(CLOCK_REALTIME, &now);
    (void)gmtime_r(&now.tv_sec, &parts);
    size_t size = strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%S", &parts);
    (void)snprintf(when + size, sizeof when - size, ".%03ldZ", now.tv_nsec / 1000000);
    (void)json_object_set_new(line, "time", json_string(when));
    (void)json_object_set_new(line, "address", json_string(request->address.text));
    (void)json_object_set_new(line, "method",
            text_of((palpate_view){ request->method, strlen(request->method) }));
    (void)json_object_set_new(
            line, "path", text_of((palpate_view){ path, strlen(path) }));
    if (log->has_queries && request_argument(request, "q").size > 0)
        (void)json_object_set_new(
                line, "query", text_of(request_argument(request, "q")));
    (void)json_object_set_new(line, "status", json_integer(request->reply.status));
    (void)json_object_set_new(line, "bytes", json_integer((json_int_t)bytes));
    (void)json_object_set_new(line, "took_us", json_integer((json_int_t)took_us));
    return line;
}

void access_log_write(struct access_log *log, const struct request *request,
        uint64_t took_us, size_t bytes)
{
    if (log->is_off)
        return;
    json_t *line = line_of(log, request, took_us, bytes);
    char *text = json_dumps(line, JSON_COMPACT | JSON_ENSURE_ASCII);
    json_decref(line);
    if (text == NULL)
        return;
    size_t size = strlen(text);
    text[size] = '\n'; /* in the place of the NUL: written as one piece */
    (void)pthread_mutex_lock(&log->lock);
    if (write(log->fd, text, size + 1) < 0) {
        /* A full disk must not stop answers. */
    }
    (void)pthread_mutex_unlock(&log->lock);
    free(text);
}

void access_log_close(struct access_log *log)
{
    if (!log->is_off && log->fd >= 0)
        (void)close(log->fd);
}
