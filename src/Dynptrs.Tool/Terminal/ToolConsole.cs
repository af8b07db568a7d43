using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Win32.SafeHandles;
using Spectre.Console;

namespace Dynptrs.Tool.Terminal;

/// <summary>Where results and errors go: in colour on a terminal, plain where they are redirected or <c>NO_COLOR</c> is set.</summary>
internal sealed class ToolConsole
{
    // No line is broken that a program may read.
    private const int Unlimited = 100_000;
    private const int StandardOutput = 1;

    private readonly IAnsiConsole _output;
    private readonly IAnsiConsole _errors;

    /// <summary>Writes to writers.</summary>
    /// <param name="output">Takes the results.</param>
    /// <param name="errors">Takes errors and progress.</param>
    /// <param name="isRedirected">Whether no person looks on.</param>
    public ToolConsole(TextWriter output, TextWriter errors, bool isRedirected)
    {
        Writer = output;
        ErrorWriter = errors;
        _output = Create(output, isRedirected);
        _errors = Create(errors, isRedirected);
        IsInteractive = !isRedirected;
    }

    /// <summary>The console of this process.</summary>
    public static ToolConsole System => new(Console.Out, Console.Error, Console.IsOutputRedirected || Console.IsErrorRedirected);

    /// <summary>Takes results as they are.</summary>
    public TextWriter Writer { get; }

    /// <summary>
    /// Takes results that come without end: <see cref="Writer"/>, or a pipe that says when nobody reads any more, which
    /// <see cref="Console.Out"/> does not.
    /// </summary>
    public TextWriter OpenStream()
    {
        if (!ReferenceEquals(Writer, Console.Out) || !Console.IsOutputRedirected)
            return Writer;
        var pipe = new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        // In a file it would keep a position of its own.
        return pipe.CanSeek ? Writer : new StreamWriter(pipe);
    }

    /// <summary>Takes errors as they are.</summary>
    public TextWriter ErrorWriter { get; }

    /// <summary>Whether a person looks on.</summary>
    public bool IsInteractive { get; }

    /// <summary>Writes a line, in the markup of Spectre.</summary>
    public void Line(string markup = "") => _output.MarkupLine(markup);

    /// <summary>Writes an error.</summary>
    public void Error(string message) => _errors.MarkupLine($"[red bold]error:[/] {Escape(message)}");

    /// <summary>Writes a line of what is no result.</summary>
    public void Note(string text) => _errors.MarkupLine($"[grey]{Escape(text)}[/]");

    /// <summary>Text as it is.</summary>
    public static string Escape(string text) => Markup.Escape(text);

    /// <summary>Does something that may take a while, and says so to a person that looks on.</summary>
    public T Wait<T>(string what, Func<T> work) => IsInteractive ? _errors.Status().Start(Escape(what), _ => work()) : work();

    /// <summary>Does something that may take a while, and says so to a person that looks on.</summary>
    public Task<T> WaitAsync<T>(string what, Func<Task<T>> work) =>
        IsInteractive ? _errors.Status().StartAsync(Escape(what), _ => work()) : work();

    private static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (isRedirected)
            console.Profile.Width = Unlimited;
        return console;
    }
}
