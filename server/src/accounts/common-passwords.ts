import { normalisePassword, type PasswordOwner } from '@lvliang/shared/accounts/password-rules'
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** 10⁹ guesses: ten times where the estimator's scale begins to call a password safely unguessable (score 3). */
const LEAST_GUESSES_LOG10 = 9

/** Its lists are of the whole world: what is typed here first. */
const LOCAL =
  'woaini 1314 520 1314520 5201314 woaini1314 woaini520 nihao mima lvliang luliang shanxi minzheng minzhengju zhengfu ' +
  'yanglao zhaoliao dangan zhongguo wenshui jiaocheng linxian liulin shilou lanxian fangshan zhongyang jiaokou xiaoyi ' +
  'fenyang lishi xingxian 吕梁 山西 中国 民政 民政局 养老 日间照料 照料中心 农村 密码'

let estimator: Promise<ZxcvbnFactory> | undefined

/** Its lists are large: they are read when the first password is set. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary: { ...dictionary, local: LOCAL.split(' ') } })
}

/** Whether a password is among those tried first: on lists of common ones, rows of keys, dates, repetitions. */
export async function isCommon(password: string, { username, name, county }: PasswordOwner): Promise<boolean> {
  estimator ??= loadEstimator()
  const known = [username, name, county?.zh, county?.en].filter(text => text != null)
  return (await estimator).check(normalisePassword(password), known).guessesLog10 < LEAST_GUESSES_LOG10
}
