/** What the page and its workers say to each other: questions with a number, and answers with the number of their question. */

export interface ToWorker<Question> {
  readonly id: number;
  readonly question: Question;
}

export type FromWorker<Answer> =
  /** The worker's script has been loaded and listens. */
  | { readonly kind: 'ready' }
  /** `last` is false while another answer to the same question follows. */
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer; readonly last: boolean }
  /** Data that the answer needs could not be loaded; the question itself is not at fault. */
  | { readonly kind: 'noData'; readonly id: number }
  /** A newer question came for the same place: nobody waits for this answer any more, and there is none. */
  | { readonly kind: 'superseded'; readonly id: number };

/** Why there is no answer to a question. */
export type WorkerFailure =
  /** The worker could not be created or loaded, also not the second time. */
  | 'notStarted'
  /** The worker ended twice while it worked on this question. It is not asked again. */
  | 'stopped'
  /** No answer for a long time. One may still come. */
  | 'silent'
  /** Data that the answer needs could not be loaded. */
  | 'noData';
