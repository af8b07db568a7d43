// The only process of the guest: loads each program of each object, writes what the kernel says to the second serial line, and ends it.
#define _GNU_SOURCE
#include <bpf/libbpf.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { LOG_SIZE = 64 << 20, MOST_PROGRAMS = 4096, LAST_LINES = 20, MOST_OF_LINE = 500, MOST_SECONDS = 120, MOST_SECONDS_OF_STEPS = 20 };
enum { ONLY_MISTAKES = 4, EVERY_STEP = 1 };

static const char *object;
static char *log_text;
static struct bpf_program *programs[MOST_PROGRAMS];
static unsigned int count;
static char complaint[MOST_OF_LINE];

static void say(const char *program, const char *answer, long microseconds)
{
	printf("%s\t%s\t%s\t%ld\n", object, program, answer, microseconds);
}

static const char *line_before(const char *start, const char *line)
{
	if (line == start)
		return NULL;
	for (line--; line > start && line[-1] != '\n'; line--)
		;
	return line;
}

static void quote(const char *line)
{
	int length = strcspn(line, "\n");

	printf("  %.*s\n", length < MOST_OF_LINE ? length : MOST_OF_LINE, line);
}

// The last lines, and before them the line of source at which the kernel stopped.
static void quote_end(const char *log)
{
	const char *end = log + strlen(log), *first = end, *source;

	for (int i = 0; i < LAST_LINES && line_before(log, first); i++)
		first = line_before(log, first);
	for (source = end; source && strncmp(source, "; ", 2); source = line_before(log, source))
		;
	if (source && source < first)
		quote(source);
	while (*first) {
		quote(first);
		first += strcspn(first, "\n");
		first += *first == '\n';
	}
}

// Whether the verifier did not look at it, and only says so.
static int has_no_mistake(const char *log)
{
	return !*log || !strncmp(log, "verification time ", 18) || !strncmp(log, "processed 0 insns", 17);
}

long __real_syscall(long number, ...);

// libbpf ends at the first program that is refused. It is given another file in its place, and goes on. A program is known by its log: each
// begins one byte behind that of the program before it.
long __wrap_syscall(long number, long a, long b, long c, long d, long e, long f)
{
	union bpf_attr *load = (void *)b;
	struct timespec start, end;
	unsigned long index;
	long fd;
	char *log;
	const char *name;

	if (number != __NR_bpf || a != BPF_PROG_LOAD || (index = load->log_buf - (unsigned long)log_text) >= count)
		return __real_syscall(number, a, b, c, d, e, f);
	log = log_text + index;
	name = bpf_program__name(programs[index]);
	*log = 0;
	clock_gettime(CLOCK_MONOTONIC, &start);
	alarm(MOST_SECONDS);
	fd = __real_syscall(number, a, b, c, d, e, f);
	alarm(0);
	clock_gettime(CLOCK_MONOTONIC, &end);
	long took = (end.tv_sec - start.tv_sec) * 1000000 + (end.tv_nsec - start.tv_nsec) / 1000;

	if (fd >= 0) {
		say(name, "accepts", took);
		return fd;
	}
	if (errno == EAGAIN || has_no_mistake(log)) {
		say(name, "none", took);
		quote(errno == EAGAIN ? "it took too long" : strerror(errno));
	} else {
		say(name, "refuses", took);
		// Only the log of every step names lines of the source. A long program fills it for minutes.
		char *mistake = strdup(log);

		load->log_level = EVERY_STEP;
		alarm(MOST_SECONDS_OF_STEPS);
		fd = __real_syscall(number, a, b, c, d, e, f);
		alarm(0);
		if (fd >= 0)
			close(fd);
		quote_end(fd < 0 && errno == EAGAIN ? mistake : log);
		free(mistake);
	}
	return open("/dev/null", O_RDONLY | O_CLOEXEC);
}

static int keep_first(enum libbpf_print_level level, const char *format, va_list arguments)
{
	if (level == LIBBPF_WARN && !*complaint)
		vsnprintf(complaint, sizeof(complaint), format, arguments);
	return 0;
}

static void on_alarm(int signal) {}

static void ask(void)
{
	struct bpf_object *opened = bpf_object__open_file(object, NULL);
	struct bpf_program *program;

	if (opened) {
		bpf_object__for_each_program(program, opened) {
			if (count == MOST_PROGRAMS)
				break;
			bpf_program__set_autoload(program, true);
			bpf_program__set_log_level(program, ONLY_MISTAKES);
			bpf_program__set_log_buf(program, log_text + count, LOG_SIZE);
			programs[count++] = program;
		}
	}
	if (!opened || bpf_object__load(opened)) {
		say("-", "none", 0);
		quote(*complaint ? complaint : strerror(errno));
	}
}

static void mount_at(const char *type, const char *path)
{
	mkdir(path, 0755);
	if (mount(type, path, type, 0, NULL) && errno != EBUSY)
		perror(path);
}

static int is_object(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

int main(void)
{
	struct sigaction action = { .sa_handler = on_alarm };
	struct dirent **objects;
	struct utsname name;
	struct termios line;
	int output, number;

	mount_at("devtmpfs", "/dev");
	mount_at("proc", "/proc");
	mount_at("sysfs", "/sys");
	output = open("/dev/ttyS1", O_WRONLY | O_NOCTTY);
	if (output < 0 || tcgetattr(output, &line))
		perror("/dev/ttyS1");
	cfmakeraw(&line);
	tcsetattr(output, TCSANOW, &line);
	dup2(output, STDOUT_FILENO);
	uname(&name);
	printf("# Linux %s\n", name.release);
	fflush(stdout);
	sigaction(SIGALRM, &action, NULL);
	libbpf_set_print(keep_first);
	log_text = mmap(NULL, LOG_SIZE + MOST_PROGRAMS, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	number = chdir("/objects") ? 0 : scandir(".", &objects, is_object, versionsort);
	for (int i = 0; i < number; i++) {
		object = objects[i]->d_name;
		if (fork() == 0) {
			ask();
			fflush(stdout);
			_exit(0);
		}
		wait(NULL);
	}
	puts("# end");
	fflush(stdout);
	tcdrain(STDOUT_FILENO);
	reboot(RB_AUTOBOOT);
	return 1;
}
