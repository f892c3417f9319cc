namespace MLNet.Gan;

/// <summary>The training of a GAN as a method of resampling.</summary>
internal static class ResamplingRun
{
    /// <summary>Trains a model; what ends the training is an exception of methods of resampling.</summary>
    /// <param name="method">The name of the method.</param>
    /// <param name="task">The task.</param>
    /// <param name="run">The user's options of the run, which the task may cancel, too.</param>
    /// <param name="fit">Trains with the options of a run.</param>
    /// <exception cref="InvalidOperationException">The training failed, or the rows cannot be learned.</exception>
    /// <exception cref="OperationCanceledException">The task or the run was canceled.</exception>
    public static T Train<T>(string method, ResamplingTask task, RunOptions run, Func<RunOptions, T> fit) where T : IDisposable
    {
        using var canceled = CancellationTokenSource.CreateLinkedTokenSource(task.CancellationToken, run.CancellationToken);
        canceled.Token.ThrowIfCancellationRequested();
        try
        {
            var model = fit(run with { CancellationToken = canceled.Token });
            if (!canceled.IsCancellationRequested)
                return model;
            model.Dispose(); // It is that of an unfinished training.
            throw new OperationCanceledException(task.CancellationToken.IsCancellationRequested ? task.CancellationToken : run.CancellationToken);
        }
        catch (TrainingFailedException failed)
        {
            failed.Model?.Dispose();
            failed.TableModel?.Dispose();
            throw new InvalidOperationException(
                $"{method} made no rows of class {Wanted.Names(Wanted.Of(task).Select(wanted => wanted.Class))}, since its training failed. {failed.Message}", failed);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentOutOfRangeException && Concerns(task, e))
        {
            throw new InvalidOperationException(
                $"{method} cannot learn the training rows. {e.Message}\nIn ml.Gan.Augment, columns that the classifier does not need are left out by "
                    + $"{nameof(AugmentOptions)}.{nameof(AugmentOptions.ExcludedColumnNames)}.", e);
        }
    }

    /// <summary>Whether an error is about the values or the type of an input column.</summary>
    private static bool Concerns(ResamplingTask task, Exception error) =>
        task.InputColumnNames.Any(name => error.Message.Contains($"olumn '{name}", StringComparison.Ordinal));
}
