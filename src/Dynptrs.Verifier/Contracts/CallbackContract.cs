namespace Dynptrs.Verifier.Contracts;

/// <summary>How a call runs a delegate.</summary>
/// <param name="Context">The parameter that is handed on as the last argument of the callback, or -1.</param>
/// <param name="Runs">The parameter that bounds the number of runs, or -1.</param>
/// <param name="Delegate">What the delegate's own declaration says about its parameters.</param>
public sealed record CallbackContract(int Context, int Runs, MethodContract Delegate);
