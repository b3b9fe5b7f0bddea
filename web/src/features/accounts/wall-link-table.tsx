import type { WallLink } from '@lvliang/shared/accounts/account.schema'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../components/data-table/column.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { TableScroll } from '../../components/data-table/table-scroll.tsx'
import { Button } from '../../components/form/button.tsx'
import { shanghaiTime } from '../../format/format.ts'
import { StatusMark } from '../../status/status-mark.tsx'

const timeOf = (instant: string | null) => instant && shanghaiTime(instant)

function LinkState({ link, t }: { link: WallLink; t: TFunction<'accounts'> }) {
  const isActive = link.revokedAt === null
  return (
    <span className={isActive ? 'status-green' : 'status-plain'}>
      <StatusMark shape={isActive ? 'green' : 'plain'} fill={isActive ? 'solid' : 'hatched'} />{' '}
      {t(isActive ? 'wall.active' : 'wall.revokedOn')}
    </span>
  )
}

function columnsOf(t: TFunction<'accounts'>, onRevoke: (link: WallLink) => void): Column<WallLink>[] {
  return [
    { id: 'label', header: t('wall.columnLabel'), rowHeader: true, value: link => link.label },
    {
      id: 'state',
      header: t('wall.state'),
      value: link => link.revokedAt,
      cell: link => <LinkState link={link} t={t} />,
    },
    { id: 'created', header: t('wall.created'), value: link => shanghaiTime(link.createdAt) },
    { id: 'createdBy', header: t('wall.createdBy'), value: link => link.createdBy },
    {
      id: 'lastUsed',
      header: t('wall.lastUsed'),

      value: link => timeOf(link.lastUsedAt) ?? t('wall.neverUsed'),
    },
    { id: 'revokedAt', header: t('wall.revokedAt'), value: link => timeOf(link.revokedAt) },
    {
      id: 'revoke',
      header: t('wall.action'),
      value: () => null,
      cell: (link, main) =>
        link.revokedAt === null && (
          <Button
            {...main}
            look="link"
            aria-label={t('wall.revokeOne', { label: link.label })}
            onClick={() => onRevoke(link)}
          >
            {t('wall.revoke')}
          </Button>
        ),
    },
  ]
}

interface WallLinkTableProps {
  links: readonly WallLink[]
  onRevoke: (link: WallLink) => void
}

export function WallLinkTable({ links, onRevoke }: WallLinkTableProps) {
  const { t } = useTranslation('accounts')
  const columns = columnsOf(t, onRevoke)
  return (
    <TableScroll label={t('wall.caption')}>
      <DataTable caption={t('wall.caption')} columns={columns} rows={links} rowKey={link => link.id} />
    </TableScroll>
  )
}
