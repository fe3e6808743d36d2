import { parseTableQuery } from "@/components/table/table-query";
import { ROLES } from "@/lib/kernel/vocabulary";
import type { ListPeopleInput, PersonStatus } from "@/lib/people/list-people";

const SORTABLE = ["name", "createdAt"] as const;
const STATUSES: readonly PersonStatus[] = ["invited", "active", "disabled"];
const CURSOR = /^[0-9a-f-]{36}$/;

/** The table's address as the question to the server; what does not fit is as if it were not there. */
export function toPeopleInput(params: Record<string, string | string[] | undefined>): ListPeopleInput {
  const { sort, filters, search, cursor, pageSize } = parseTableQuery(params, {
    sortable: SORTABLE,
    filters: ["role", "status"],
  });
  const column = SORTABLE.find((each) => each === sort?.column);
  return {
    search: search.slice(0, 100),
    roles: ROLES.filter((role) => filters["role"]?.includes(role)),
    statuses: STATUSES.filter((status) => filters["status"]?.includes(status)),
    ...(column && sort && { sort: column, direction: sort.direction }),
    cursor: cursor !== null && CURSOR.test(cursor.value) ? cursor : null,
    limit: pageSize,
  };
}
