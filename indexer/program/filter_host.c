#include "filter_host.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "filter_run.h"

/* What goes before the bytes, in both directions. */
struct parcel {
    uint64_t size;
    uint32_t filter; /* its place in the list */
    uint32_t is_well;
};

static bool send_all(int channel, const void *bytes, size_t size)
{
    const char *at = bytes;

    while (size > 0) {
        ssize_t sent = send(channel, at, size, MSG_NOSIGNAL);
        if (sent <= 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        at += sent;
        size -= (size_t)sent;
    }
    return true;
}

static bool receive_all(int channel, void *bytes, size_t size)
{
    char *at = bytes;

    while (size > 0) {
        ssize_t got = recv(channel, at, size, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        at += got;
        size -= (size_t)got;
    }
    return true;
}

/* Receives a file that has `size` bytes; -1 if that fails. */
static int receive_file(int channel, uint64_t size)
{
    int file = memfd_create("input", MFD_CLOEXEC);
    char bytes[1 << 16];

    while (file >= 0 && size > 0) {
        size_t step = size < sizeof bytes ? (size_t)size : sizeof bytes;
        if (!receive_all(channel, bytes, step) ||
                write(file, bytes, step) != (ssize_t)step) {
            (void)close(file);
            return -1;
        }
        size -= step;
    }
    if (file >= 0)
        (void)lseek(file, 0, SEEK_SET);
    return file;
}

static bool reply_file(int channel, int file)
{
    struct stat status;
    char bytes[1 << 16];
    struct parcel head = { .is_well = 1 };

    if (fstat(file, &status) != 0)
        return false;
    head.size = (uint64_t)status.st_size;
    if (!send_all(channel, &head, sizeof head))
        return false;
    for (off_t at = 0; at < status.st_size;) {
        ssize_t got = pread(file, bytes, sizeof bytes, at);
        if (got <= 0 || !send_all(channel, bytes, (size_t)got))
            return false;
        at += got;
    }
    return true;
}

/* Answers one request; false where the channel has ended. */
static bool serve_one(const struct filters *filters, int channel)
{
    struct parcel head;
    char reason[FILTER_REASON] = "";
    int output = -1;

    if (!receive_all(channel, &head, sizeof head) || head.filter >= filters->count)
        return false;
    int input = receive_file(channel, head.size);
    if (input < 0)
        return false;
    bool is_well = filter_run(
            &output, reason, &filters->items[head.filter], filters->pdf, input);
    (void)close(input);
    if (is_well) {
        is_well = reply_file(channel, output);
    } else {
        head = (struct parcel){ .size = strlen(reason) };
        is_well = send_all(channel, &head, sizeof head) &&
                  send_all(channel, reason, head.size);
    }
    if (output >= 0)
        (void)close(output);
    return is_well;
}

/* What a process does that runs filters, until its channel ends. */
static void serve(const struct filter_host *host, int channel)
{
    sigset_t child;
    int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);

    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    (void)setpgid(0, 0); /* an interrupt at the terminal is for palpate-index */
    for (size_t i = 0; i < host->count; i++)
        (void)close(host->channels[i]);
    if (nothing >= 0) {
        (void)dup2(nothing, STDIN_FILENO);
        (void)dup2(nothing, STDOUT_FILENO);
    }
    (void)sigemptyset(&child);
    (void)sigaddset(&child, SIGCHLD);
    (void)sigprocmask(SIG_BLOCK, &child, NULL);
    while (serve_one(host->filters, channel))
        ;
    _exit(0);
}

static bool start_one(struct filter_host *host)
{
    int ends[2];

    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    pid_t process = fork();
    if (process == 0) {
        (void)close(ends[0]);
        serve(host, ends[1]);
    }
    (void)close(ends[1]);
    if (process < 0)
        (void)close(ends[0]);
    else
        host->channels[host->count++] = ends[0];
    return process > 0;
}

void filter_host_start(
        struct filter_host *host, const struct filters *filters, size_t wanted)
{
    bool is_needed = filters->usual_count > 0;

    *host = (struct filter_host){ .filters = filters };
    (void)pthread_mutex_init(&host->lock, NULL);
    (void)pthread_cond_init(&host->freed, NULL);
    for (size_t i = 0; i < filters->given; i++)
        is_needed |= filters->items[i].command[0] != '\0';
    while (is_needed && host->count < wanted && host->count < MAX_FILTER_CHANNELS)
        if (!start_one(host))
            break;
}

void filter_host_end(struct filter_host *host)
{
    for (size_t i = 0; i < host->count; i++)
        if (host->channels[i] >= 0)
            (void)close(host->channels[i]);
    (void)pthread_cond_destroy(&host->freed);
    (void)pthread_mutex_destroy(&host->lock);
}

/* Takes a channel that is free, or waits for one; host->count where all have ended. */
static size_t take_channel(struct filter_host *host)
{
    size_t place = host->count;
    bool is_any = true;

    (void)pthread_mutex_lock(&host->lock);
    while (is_any && place == host->count) {
        is_any = false;
        for (size_t i = 0; i < host->count && place == host->count; i++) {
            is_any |= host->channels[i] >= 0;
            if (host->channels[i] >= 0 && !host->is_busy[i])
                place = i;
        }
        if (is_any && place == host->count)
            (void)pthread_cond_wait(&host->freed, &host->lock);
    }
    if (place < host->count)
        host->is_busy[place] = true;
    (void)pthread_mutex_unlock(&host->lock);
    return place;
}

static void give_channel(struct filter_host *host, size_t place, bool is_sound)
{
    (void)pthread_mutex_lock(&host->lock);
    host->is_busy[place] = false;
    if (!is_sound) {
        (void)close(host->channels[place]);
        host->channels[place] = -1;
    }
    (void)pthread_cond_broadcast(&host->freed);
    (void)pthread_mutex_unlock(&host->lock);
}

static palpate_status fail_with(
        palpate_error *err, palpate_status status, const char *reason)
{
    (void)snprintf(err->message, sizeof err->message, "%.*s", FILTER_REASON, reason);
    err->status = status;
    return status;
}

palpate_status filter_host_convert(void *user, char **html, size_t *size,
        const char *ending, palpate_view bytes, palpate_error *err)
{
    struct filter_host *host = user;
    const struct filter *filter = filters_find(host->filters, ending);
    bool is_there = filter != NULL &&
                    (filter->command != NULL || host->filters->pdf[0] != '\0');
    size_t place = is_there ? take_channel(host) : host->count;
    struct parcel head = { .size = bytes.size };
    char *answer = NULL;

    if (filter == NULL)
        return fail_with(err, PALPATE_BAD_INPUT,
                "there is no filter for such files in this run: give --filter again");
    if (!is_there)
        return fail_with(err, PALPATE_BAD_INPUT,
                "palpate-pdf, which reads PDFs, is not installed: install it, or leave "
                "PDFs out by --filter .pdf=");
    if (place == host->count)
        return fail_with(err, PALPATE_BAD_INPUT, "no process can be made for filters");
    head.filter = (uint32_t)(filter - host->filters->items);
    int channel = host->channels[place];
    bool is_sound = send_all(channel, &head, sizeof head) &&
                    send_all(channel, bytes.data, bytes.size) &&
                    receive_all(channel, &head, sizeof head) &&
                    head.size <= FILTER_OUTPUT;
    if (is_sound)
        answer = malloc(head.size + 1);
    is_sound = answer != NULL && receive_all(channel, answer, head.size);
    give_channel(host, place, is_sound);
    if (is_sound && head.is_well) {
        *html = answer;
        *size = head.size;
        return PALPATE_OK;
    }
    if (is_sound)
        answer[head.size] = '\0';
    palpate_status status = fail_with(err, PALPATE_BAD_INPUT,
            is_sound ? answer : "the process that runs filters has ended");
    free(answer);
    return status;
}
