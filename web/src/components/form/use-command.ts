import { useMutation } from '@tanstack/react-query'

/** Something to be done on the server, once a press. Out of reach of it the refusal is said, not waited out. */
export const useCommand = <Input, Output>(
  run: (input: Input) => Promise<Output>,
  done?: (output: Output, input: Input) => unknown,
) => useMutation<Output, Error, Input>({ mutationFn: run, onSuccess: done, networkMode: 'always' })
