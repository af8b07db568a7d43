using System;
using System.IO;
using System.Text;

namespace Dynptrs.Tool.Tests.Support;

/// <summary>Tells when it is written a text.</summary>
/// <param name="text">The text.</param>
/// <param name="heard">Is told.</param>
internal sealed class ListeningWriter(string text, Action heard) : StringWriter
{
    public override void Write(string? value)
    {
        base.Write(value);
        Listen();
    }

    public override void Write(StringBuilder? value)
    {
        base.Write(value);
        Listen();
    }

    public override void Flush()
    {
        base.Flush();
        Listen();
    }

    private void Listen()
    {
        if (ToString().Contains(text, StringComparison.Ordinal))
            heard();
    }
}
