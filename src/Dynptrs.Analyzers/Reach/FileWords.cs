using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dynptrs.Analyzers.Reach;

/// <summary>The words of a file, comments and strings included. An edit elsewhere leaves them as they are, so they are kept.</summary>
internal sealed class FileWords
{
    private const int BufferSize = 8192;

    private static readonly ConditionalWeakTable<SyntaxTree, FileWords> Known = new();

    private readonly SyntaxTree _file;
    private volatile Answer? _last;
    private volatile WordTable? _words;

    private FileWords(SyntaxTree file) => _file = file;

    /// <summary>The words of a file.</summary>
    public static FileWords Of(SyntaxTree file) => Known.GetValue(file, static key => new FileWords(key));

    /// <summary>Whether a text is anywhere in the file: the quickest of questions.</summary>
    public bool Has(string text, CancellationToken cancellationToken)
    {
        var answer = _last;
        if (answer?.Text != text)
            _last = answer = new Answer(text, IsIn(text, _file.GetText(cancellationToken)));
        return answer.IsThere;
    }

    /// <summary>Whether a word with this hash is one of them.</summary>
    public bool Contains(uint hash, CancellationToken cancellationToken) =>
        (_words ??= Read(_file.GetText(cancellationToken))).Contains(hash);

    private static bool IsIn(string searched, SourceText text)
    {
        var buffer = new char[Math.Min(BufferSize, text.Length)];
        for (var start = 0; start < text.Length; start += BufferSize - searched.Length + 1)
        {
            var count = Math.Min(BufferSize, text.Length - start);
            text.CopyTo(start, buffer, 0, count);
            if (buffer.AsSpan(0, count).IndexOf(searched.AsSpan()) >= 0)
                return true;
        }

        return false;
    }

    private static WordTable Read(SourceText text)
    {
        var words = new WordTable();
        var buffer = new char[Math.Min(BufferSize, text.Length)];
        var hash = WordTable.Begin;
        for (var start = 0; start < text.Length; start += BufferSize)
        {
            var count = Math.Min(BufferSize, text.Length - start);
            text.CopyTo(start, buffer, 0, count);
            foreach (var character in buffer.AsSpan(0, count))
            {
                if (IsPartOfWord(character))
                {
                    hash = WordTable.Next(hash, character);
                }
                else if (hash != WordTable.Begin)
                {
                    words.Add(WordTable.End(hash));
                    hash = WordTable.Begin;
                }
            }
        }

        words.Add(WordTable.End(hash));
        return words;
    }

    private static bool IsPartOfWord(char character) =>
        (uint)((character | 0x20) - 'a') < 26 || (uint)(character - '0') < 10 || character == '_' || character > 127;

    private sealed record Answer(string Text, bool IsThere);
}
